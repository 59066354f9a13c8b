// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/help/Documentation.h"

#include "ui/theme/Theme.h"

#include <QDialogButtonBox>
#include <QDir>
#include <QFile>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QRegularExpression>
#include <QScrollBar>
#include <QShortcut>
#include <QTextBlock>
#include <QTextBrowser>
#include <QTextDocument>
#include <QTextTable>
#include <QVBoxLayout>

#include <algorithm>

namespace hareloom::ui {

namespace {

const QString kFolder = QStringLiteral(":/hareloom/docs/");
constexpr int kListWidth = 26 * kGrid;
constexpr QSize kSize{118 * kGrid, 80 * kGrid};

QString contentOf(const QString& page)
{
    QFile file(kFolder + page + QLatin1String(".md"));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// What its first line calls it.
QString titleOf(const QString& page)
{
    return contentOf(page).section(QLatin1Char('\n'), 0, 0).remove(QLatin1Char('#')).trimmed();
}

/// A heading as links write it: "#what-is-not-defined".
QString anchorOf(const QString& heading)
{
    static const QRegularExpression kDropped(QStringLiteral("[^\\w\\- ]"),
                                             QRegularExpression::UseUnicodePropertiesOption);
    return heading.toLower().remove(kDropped).replace(QLatin1Char(' '), QLatin1Char('-'));
}

void giveTablesRoom(QTextDocument& document, const QColor& line)
{
    for (QTextFrame* frame : document.rootFrame()->childFrames())
        if (auto* table = qobject_cast<QTextTable*>(frame)) {
            QTextTableFormat format = table->format();
            format.setCellPadding(kGrid / 2.0);
            format.setCellSpacing(0);
            format.setBorderCollapse(true);
            format.setBorderBrush(line);
            table->setFormat(format);
        }
}

} // namespace

Documentation::Documentation(QWidget* parent)
    : QDialog(parent),
      m_pages(new QListWidget(this)),
      m_text(new QTextBrowser(this)),
      m_wanted(new QLineEdit(this)),
      m_found(new QLabel(this))
{
    setWindowTitle(tr("Documentation"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_pages->setAccessibleName(tr("Pages"));
    m_pages->setFixedWidth(static_cast<int>(scaled(kListWidth)));
    for (const QString& page : pages()) {
        auto* item = new QListWidgetItem(titleOf(page), m_pages);
        item->setData(Qt::UserRole, page);
    }
    m_text->setAccessibleName(tr("Page"));
    m_text->setOpenLinks(false);
    m_text->document()->setDefaultFont(themeFont(TextSize::Body));
    auto* reading = new QVBoxLayout;
    reading->setSpacing(kGrid);
    reading->addLayout(makeSearch());
    reading->addWidget(m_text, 1);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false); // Return finds
    auto* row = new QHBoxLayout;
    row->setSpacing(2 * kGrid);
    row->addWidget(m_pages);
    row->addLayout(reading, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(2 * kGrid, 2 * kGrid, 2 * kGrid, 2 * kGrid);
    column->setSpacing(2 * kGrid);
    column->addLayout(row, 1);
    column->addWidget(buttons);
    resize(parent ? kSize.boundedTo(parent->size()) : kSize);
    connect(m_pages, &QListWidget::currentItemChanged, this, [this](QListWidgetItem* item) {
        if (item && item->data(Qt::UserRole).toString() != m_page)
            open(item->data(Qt::UserRole).toString());
    });
    connect(m_text, &QTextBrowser::anchorClicked, this, &Documentation::follow);
    open(pages().value(0));
}

QLayout* Documentation::makeSearch()
{
    m_wanted->setPlaceholderText(tr("Find in all pages"));
    m_wanted->setAccessibleName(m_wanted->placeholderText());
    m_wanted->setClearButtonEnabled(true);
    m_found->setObjectName(QStringLiteral("muted"));
    m_found->setFont(themeFont(TextSize::Small));
    auto* previous = new QPushButton(tr("&Previous"), this);
    auto* next = new QPushButton(tr("&Next"), this);
    for (QPushButton* button : {previous, next})
        button->setAutoDefault(false);
    const auto again = [this](bool backwards) { find(m_wanted->text(), backwards); };
    connect(previous, &QPushButton::clicked, this, [again] { again(true); });
    connect(next, &QPushButton::clicked, this, [again] { again(false); });
    connect(m_wanted, &QLineEdit::returnPressed, this, [again] { again(false); });
    connect(m_wanted, &QLineEdit::textEdited, this, [this](const QString& words) {
        QTextCursor cursor = m_text->textCursor(); // what has been found may only grow
        cursor.setPosition(cursor.selectionStart());
        m_text->setTextCursor(cursor);
        find(words, false);
    });
    const auto key = [this](const QKeySequence& keys, auto does) {
        connect(new QShortcut(keys, this), &QShortcut::activated, this, does);
    };
    key(QKeySequence::Find, [this] {
        m_wanted->setFocus(Qt::ShortcutFocusReason);
        m_wanted->selectAll();
    });
    key(Qt::Key_F3, [again] { again(false); });
    key(Qt::SHIFT | Qt::Key_F3, [again] { again(true); });
    auto* row = new QHBoxLayout;
    row->setSpacing(kGrid);
    row->addWidget(m_wanted, 1);
    row->addWidget(m_found);
    row->addWidget(previous);
    row->addWidget(next);
    return row;
}

bool Documentation::find(const QString& words, bool backwards)
{
    m_found->clear();
    if (words.trimmed().isEmpty())
        return false;
    const auto way = backwards ? QTextDocument::FindBackward : QTextDocument::FindFlags();
    if (m_text->find(words, way))
        return true;
    const QStringList all = pages();
    const auto here = all.indexOf(m_page);
    for (qsizetype i = 1; i <= all.size(); ++i) { // the last one is this page again, from its other end
        const QString& page = all[(here + (backwards ? all.size() - i : i)) % all.size()];
        if (!contentOf(page).contains(words, Qt::CaseInsensitive))
            continue;
        open(page);
        m_text->moveCursor(backwards ? QTextCursor::End : QTextCursor::Start);
        if (m_text->find(words, way))
            return true;
    }
    m_found->setText(tr("Not found"));
    return false;
}

// What one reads first stands first; the rest by name.
QStringList Documentation::pages()
{
    QStringList found;
    for (const QString& file : QDir(kFolder).entryList({QStringLiteral("*.md")}, QDir::Files, QDir::Name))
        found << file.chopped(3);
    static const QStringList kFirst{QStringLiteral("glossary"), QStringLiteral("telling"), QStringLiteral("metrics"),
                                    QStringLiteral("theory"), QStringLiteral("experiments")};
    std::stable_sort(found.begin(), found.end(), [](const QString& a, const QString& b) {
        const auto place = [](const QString& page) {
            const auto at = kFirst.indexOf(page);
            return at < 0 ? kFirst.size() : at;
        };
        return place(a) < place(b);
    });
    return found;
}

QString Documentation::page() const
{
    return m_page;
}

QString Documentation::heading() const
{
    return m_heading;
}

void Documentation::open(const QString& place)
{
    const QString page = place.section(QLatin1Char('#'), 0, 0);
    const auto at = pages().indexOf(page);
    if (at < 0)
        return;
    if (page != m_page) {
        m_page = page;
        m_text->document()->setMarkdown(contentOf(page));
        giveTablesRoom(*m_text->document(), palette().color(QPalette::Mid));
        m_pages->setCurrentRow(static_cast<int>(at));
    }
    showHeading(place.section(QLatin1Char('#'), 1));
}

void Documentation::showHeading(const QString& fragment)
{
    m_heading.clear();
    m_text->moveCursor(QTextCursor::Start);
    m_text->verticalScrollBar()->setValue(0);
    if (fragment.isEmpty())
        return;
    for (QTextBlock block = m_text->document()->begin(); block.isValid(); block = block.next()) {
        if (block.blockFormat().headingLevel() == 0 || anchorOf(block.text()) != anchorOf(fragment))
            continue;
        m_heading = block.text();
        m_text->setTextCursor(QTextCursor(block));
        const QRect line = m_text->cursorRect();
        m_text->verticalScrollBar()->setValue(m_text->verticalScrollBar()->value() + line.top() - kGrid);
        return;
    }
}

// "metrics.md#variance", "#variance"; an address outside goes nowhere: its text can be copied.
void Documentation::follow(const QUrl& link)
{
    if (!link.scheme().isEmpty())
        return;
    const QString page = link.path().isEmpty() ? m_page : link.path().section(QLatin1Char('/'), -1).remove(
                                                               QLatin1String(".md"));
    open(page + QLatin1Char('#') + link.fragment());
}

} // namespace hareloom::ui
