// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sources/FormatChoice.h"

#include "ui/theme/Theme.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>

namespace hareloom::ui {

namespace {

QStringList wordsIn(const QString& text)
{
    QStringList words;
    for (const QString& word : text.split(QLatin1Char(',')))
        if (!word.trimmed().isEmpty())
            words << word.trimmed();
    return words;
}

template<class Choice>
void select(QComboBox* box, Choice choice)
{
    for (int i = 0; i < box->count(); ++i)
        if (box->itemData(i).template value<Choice>() == choice)
            box->setCurrentIndex(i);
}

} // namespace

FormatChoice::FormatChoice(QWidget* parent) : QWidget(parent)
{
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(2 * kGrid);
    m_header = addChoice(grid, 0, "source.header", tr("&First row"));
    m_header->addItem(tr("holds the names"), QVariant::fromValue(HeaderRow::Yes));
    m_header->addItem(tr("is data"), QVariant::fromValue(HeaderRow::No));
    m_delimiter = addChoice(grid, 1, "source.delimiter", tr("&Delimiter"));
    for (const auto& [delimiter, name] : {std::pair(Delimiter::Comma, tr("comma")),
                                          {Delimiter::Semicolon, tr("semicolon")},
                                          {Delimiter::Tab, tr("tab")},
                                          {Delimiter::Pipe, tr("pipe |")},
                                          {Delimiter::Blanks, tr("blanks")},
                                          {Delimiter::None, tr("none, one column")}})
        m_delimiter->addItem(name, QVariant::fromValue(delimiter));
    m_decimal = addChoice(grid, 2, "source.decimal", tr("Decimal &mark"));
    m_decimal->addItem(tr("point, as in 1.5"), QVariant::fromValue(DecimalMark::Point));
    m_decimal->addItem(tr("comma, as in 1,5"), QVariant::fromValue(DecimalMark::Comma));
    m_encoding = addChoice(grid, 3, "source.encoding", tr("&Encoding"));
    for (const auto& [encoding, name] : kTextEncodingNames)
        if (encoding != TextEncoding::Auto)
            m_encoding->addItem(QString::fromUtf8(name.data(), std::ssize(name)),
                                QVariant::fromValue(encoding));
    m_decimal->setObjectName(QStringLiteral("decimal"));
    m_missing = new QLineEdit(this);
    m_missing->setObjectName(QStringLiteral("missing"));
    m_missing->setAccessibleName(tr("Words for missing values"));
    m_missing->setToolTip(
        tr("Cells that stand for a value that is not there, parted by commas. Leave NA out where it "
           "is a value, as the country code of Namibia."));
    grid->addWidget(addCaption(m_missing, "source.missing", tr("Missing &values")), 2, 0);
    grid->addWidget(m_missing, 2, 1, 1, 3);
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(3, 1);
    connect(m_header, &QComboBox::activated, this,
            [this] { m_asked.header = m_header->currentData().value<HeaderRow>(); });
    connect(m_delimiter, &QComboBox::activated, this,
            [this] { m_asked.delimiter = m_delimiter->currentData().value<Delimiter>(); });
    connect(m_decimal, &QComboBox::activated, this,
            [this] { m_asked.decimal = m_decimal->currentData().value<DecimalMark>(); });
    connect(m_encoding, &QComboBox::activated, this,
            [this] { m_asked.encoding = m_encoding->currentData().value<TextEncoding>(); });
    for (QComboBox* box : {m_header, m_delimiter, m_decimal, m_encoding})
        connect(box, &QComboBox::activated, this, &FormatChoice::changed);
    connect(m_missing, &QLineEdit::editingFinished, this, [this] {
        std::vector<std::string> words;
        for (const QString& word : wordsIn(m_missing->text()))
            words.push_back(word.toStdString());
        if (words == m_asked.missing)
            return;
        m_asked.missing = words;
        Q_EMIT changed();
    });
}

// Two beside each other.
QComboBox* FormatChoice::addChoice(QGridLayout* grid, int place, const char* setting, const QString& label)
{
    auto* box = new QComboBox(this);
    grid->addWidget(addCaption(box, setting, label), place / 2, 2 * (place % 2));
    grid->addWidget(box, place / 2, 2 * (place % 2) + 1);
    box->setAccessibleName(m_boxes.back().second);
    return box;
}

QLabel* FormatChoice::addCaption(QWidget* box, const char* setting, const QString& label)
{
    m_boxes.append({QString::fromLatin1(setting), QString(label).remove(QLatin1Char('&'))});
    auto* caption = new QLabel(label, this);
    caption->setBuddy(box);
    return caption;
}

QString FormatChoice::inBoxes(QString sentence) const
{
    for (const auto& [setting, name] : m_boxes)
        sentence.replace(setting, QStringLiteral("“%1”").arg(name));
    return sentence;
}

void FormatChoice::showFound(const CsvFormat& found)
{
    select(m_header, found.header);
    select(m_delimiter, found.delimiter);
    select(m_decimal, found.decimal);
    select(m_encoding, found.encoding);
    QStringList words;
    for (const std::string& word : found.missing)
        words << QString::fromStdString(word);
    m_missing->setText(words.join(QStringLiteral(", ")));
}

} // namespace hareloom::ui
