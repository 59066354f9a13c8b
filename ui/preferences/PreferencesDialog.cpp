// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preferences/PreferencesDialog.h"

#include "ui/language/LanguageControl.h"
#include "ui/language/Languages.h"
#include "ui/settings/Preferences.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QSpinBox>
#include <QTimer>

#include <algorithm>

namespace hareloom::ui {

namespace {

/// Wrapped words that keep the height they need: a form gives a label only the height of its hint, which is
/// that of another width.
class Words : public QLabel
{
public:
    using QLabel::QLabel;

protected:
    void resizeEvent(QResizeEvent* event) override
    {
        QLabel::resizeEvent(event);
        fit();
    }
    void changeEvent(QEvent* event) override
    {
        QLabel::changeEvent(event);
        if (event->type() == QEvent::FontChange)
            fit();
    }

private:
    void fit() { setMinimumHeight(heightForWidth(width())); }
};

} // namespace

PreferencesDialog::PreferencesDialog(ThemeControl& themes, LanguageControl* languages, QAction& reducedMotion,
                                     QWidget* parent)
    : QDialog(parent), m_themes(themes), m_scroll(new QScrollArea(this))
{
    setWindowTitle(tr("Preferences"));
    auto* form = new QFormLayout;
    form->setVerticalSpacing(kGrid);
    form->setHorizontalSpacing(2 * kGrid);
    form->setLabelAlignment(Qt::AlignRight);
    if (languages)
        addRow(form, tr("&Language"), makeLanguage(*languages),
               tr("Files, tables and the command line stay English."));
    addRow(form, tr("&Theme"), makeTheme(), {});
    addRow(form, tr("Font &scale"), makeFontScale(), tr("From 80 to 200%."));
    addRow(form, QString(), makeMotion(reducedMotion),
           tr("Views jump from one generation to the next, and cards do not play."));
    addRow(form, tr("T&hreads"), makeThreads(),
           tr("Cores that a run uses, from the next run on. Automatic leaves one to the window."));
    addRow(form, tr("&Default folder"), makeFolder(),
           tr("Where file dialogs begin; empty: where the last file was."));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    // Large words on a small screen: what does not fit is scrolled to.
    auto* page = new QWidget;
    page->setLayout(form);
    form->setContentsMargins(0, 0, kGrid, 0);
    m_scroll->setWidget(page);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(3 * kGrid, 3 * kGrid, 2 * kGrid, 2 * kGrid);
    column->setSpacing(2 * kGrid);
    column->addWidget(m_scroll, 1);
    column->addWidget(buttons);
    fitScreen();
}

void PreferencesDialog::addRow(QFormLayout* form, const QString& title, QWidget* control, const QString& help)
{
    form->addRow(title, control);
    QWidget* named = control->focusProxy() ? control->focusProxy() : control;
    if (auto* label = qobject_cast<QLabel*>(form->labelForField(control)); label && !title.isEmpty()) {
        label->setBuddy(named);
        named->setAccessibleName(QString(title).remove(QLatin1Char('&')));
    }
    if (help.isEmpty())
        return;
    auto* words = new Words(help, this);
    words->setObjectName(QStringLiteral("muted"));
    words->setFont(themeFont(TextSize::Small));
    words->setWordWrap(true);
    named->setAccessibleDescription(help);
    form->addRow(QString(), words);
    if (control->findChild<QLineEdit*>() == m_folder)
        m_folderHelp = words;
}

QWidget* PreferencesDialog::makeLanguage(LanguageControl& languages)
{
    auto* box = new QComboBox(this);
    box->addItem(tr("As the system has it"), QString());
    for (const Language& each : ui::languages())
        box->addItem(each.name, each.code);
    box->setCurrentIndex(std::max(0, box->findData(LanguageControl::choice())));
    connect(box, &QComboBox::activated, &languages,
            [box, &languages](int index) { languages.choose(box->itemData(index).toString()); });
    return box;
}

QWidget* PreferencesDialog::makeTheme()
{
    auto* box = new QComboBox(this);
    box->addItems({tr("As the system has it"), tr("Light"), tr("Dark")});
    box->setCurrentIndex(static_cast<int>(m_themes.choice()));
    connect(box, &QComboBox::activated, this,
            [this](int index) { m_themes.choose(static_cast<ThemeChoice>(index)); });
    return box;
}

QWidget* PreferencesDialog::makeFontScale()
{
    auto* box = new QSpinBox(this);
    box->setRange(Preferences::kLeastFontScale, Preferences::kMostFontScale);
    box->setSingleStep(10);
    box->setSuffix(tr(" %"));
    box->setKeyboardTracking(false);
    box->setValue(Preferences::fontScale());
    connect(box, &QSpinBox::valueChanged, this, [this](int percent) {
        m_themes.setFontScale(percent);
        QTimer::singleShot(0, this, &PreferencesDialog::fitScreen); // once the words have their new size
    });
    return box;
}

void PreferencesDialog::fitScreen()
{
    QWidget* page = m_scroll->widget();
    const QSize room = screen()->availableSize() - QSize(8 * kGrid, 16 * kGrid);
    const int width = std::min(static_cast<int>(scaled(440)), room.width());
    page->setMinimumWidth(0);
    const int height = page->layout()->hasHeightForWidth() ? page->layout()->heightForWidth(width)
                                                           : page->sizeHint().height();
    m_scroll->setMinimumSize(width + 2 * kGrid, std::min(height + kGrid, room.height() - 10 * kGrid));
    adjustSize();
    if (!isVisible())
        return;
    const QRect desk = screen()->availableGeometry(), frame = frameGeometry();
    move(std::clamp(frame.left(), desk.left(), std::max(desk.left(), desk.right() - frame.width() + 1)),
         std::clamp(frame.top(), desk.top(), std::max(desk.top(), desk.bottom() - frame.height() + 1)));
}

QWidget* PreferencesDialog::makeMotion(QAction& reducedMotion)
{
    auto* box = new QCheckBox(tr("&Reduced motion"), this);
    box->setChecked(reducedMotion.isChecked());
    connect(box, &QCheckBox::toggled, &reducedMotion, &QAction::setChecked);
    connect(&reducedMotion, &QAction::toggled, box, &QCheckBox::setChecked);
    return box;
}

QWidget* PreferencesDialog::makeThreads()
{
    auto* box = new QSpinBox(this);
    box->setRange(0, Preferences::cores());
    box->setSpecialValueText(tr("Automatic"));
    box->setKeyboardTracking(false);
    box->setValue(Preferences::threads());
    connect(box, &QSpinBox::valueChanged, this, [](int threads) { Preferences::setThreads(threads); });
    return box;
}

QWidget* PreferencesDialog::makeFolder()
{
    auto* both = new QWidget(this);
    m_folder = new QLineEdit(QDir::toNativeSeparators(Preferences::folder()), both);
    m_folder->setClearButtonEnabled(true);
    m_folder->setMinimumWidth(280);
    auto* choose = new QPushButton(tr("&Choose…"), both);
    choose->setAutoDefault(false);
    choose->setAccessibleName(tr("Choose the default folder"));
    auto* row = new QHBoxLayout(both);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kGrid);
    row->addWidget(m_folder, 1);
    row->addWidget(choose);
    both->setFocusProxy(m_folder);
    connect(m_folder, &QLineEdit::editingFinished, this, [this] { setFolder(m_folder->text()); });
    connect(choose, &QPushButton::clicked, this, [this] {
        const QString path = QFileDialog::getExistingDirectory(this, tr("Default folder"), m_folder->text());
        if (!path.isEmpty()) {
            m_folder->setText(QDir::toNativeSeparators(path));
            setFolder(path);
        }
    });
    return both;
}

// A folder that is not there is said and not kept.
void PreferencesDialog::setFolder(const QString& typed)
{
    const QString path = QDir::fromNativeSeparators(typed.trimmed());
    const bool isGood = path.isEmpty() || QFileInfo(path).isDir();
    if (isGood)
        Preferences::setFolder(path);
    if (m_folderHelp)
        m_folderHelp->setText(isGood ? tr("Where file dialogs begin; empty: where the last file was.")
                                     : tr("%1 is not a folder; the old choice stays.").arg(typed));
}

} // namespace hareloom::ui
