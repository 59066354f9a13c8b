// SPDX-License-Identifier: GPL-3.0-or-later
// FilmDialog: its controls, and what they remember.
#include "ui/film/FilmDialog.h"

#include "ui/language/Joining.h"
#include "ui/theme/ElidingBox.h"

#include <QCheckBox>
#include <QDesktopServices>
#include <QDialogButtonBox>
#include <QDir>
#include <QDoubleSpinBox>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSettings>
#include <QSpinBox>
#include <QStandardPaths>
#include <QUrl>

#include <array>

namespace hareloom::ui {

namespace {

constexpr auto kFolderKey = "film/folder", kFormatKey = "film/format", kWidthKey = "film/width",
               kHeightKey = "film/height", kTitleKey = "film/title", kChartsKey = "film/charts",
               kStoryKey = "film/story", kThemeKey = "film/theme";
constexpr QSize kPictureSize(352, 240);
const QString kFilmName = QStringLiteral("{title}-{chart}-seed{seed}");

struct NamedSize
{
    const char* words;
    QSize size;
};
constexpr std::array<NamedSize, 5> kSizes{
    {{QT_TRANSLATE_NOOP("FilmDialog", "Slides: 1280 × 720"), {1280, 720}},
     {QT_TRANSLATE_NOOP("FilmDialog", "Large: 1920 × 1080"), {1920, 1080}},
     {QT_TRANSLATE_NOOP("FilmDialog", "Small: 640 × 360"), {640, 360}},
     {QT_TRANSLATE_NOOP("FilmDialog", "Square: 1080 × 1080"), {1080, 1080}},
     {QT_TRANSLATE_NOOP("FilmDialog", "Upright: 1080 × 1920"), {1080, 1920}}}};

template<class Box>
Box* box(QWidget* parent, decltype(Box().value()) least, decltype(Box().value()) most, const QString& name,
         const QString& help = {})
{
    auto* made = new Box(parent);
    made->setRange(least, most);
    made->setAccessibleName(name);
    made->setToolTip(help);
    made->setButtonSymbols(QAbstractSpinBox::NoButtons); // arrow keys and the wheel do the same
    return made;
}

QHBoxLayout* row(std::initializer_list<QWidget*> widgets)
{
    auto* line = new QHBoxLayout;
    line->setSpacing(kGrid);
    for (QWidget* widget : widgets)
        line->addWidget(widget);
    line->addStretch();
    return line;
}

void addRow(QFormLayout* form, const QString& words, QHBoxLayout* line)
{
    form->addRow(words, line);
    if (auto* label = qobject_cast<QLabel*>(form->labelForField(line)))
        label->setBuddy(line->itemAt(0)->widget());
}

QLabel* wrapped(QWidget* parent, const QString& name)
{
    auto* label = new QLabel(parent);
    label->setObjectName(name);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    label->setMinimumHeight(2 * label->fontMetrics().lineSpacing());
    label->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    return label;
}

} // namespace

FilmDialog::FilmDialog(FilmMaterial material, QWidget* parent)
    : QDialog(parent),
      m_material(std::move(material)),
      m_choices(new QWidget(this)),
      m_form(new QFormLayout),
      m_picture(new QLabel(m_choices)),
      m_comesTo(wrapped(this, QStringLiteral("muted"))),
      m_result(wrapped(this, QStringLiteral("result"))),
      m_progress(new QProgressBar(this))
{
    setWindowTitle(tr("Film"));
    setWindowModality(Qt::NonModal); // the window goes on while a film is made
    m_form->setHorizontalSpacing(2 * kGrid);
    m_form->setVerticalSpacing(kGrid);
    makeChoices();
    makePace();
    makeParts();
    makePlace();
    auto* right = new QFormLayout;
    right->setHorizontalSpacing(2 * kGrid);
    right->setVerticalSpacing(kGrid);
    auto* left = m_form;
    m_picture->setFixedSize(kPictureSize);
    m_picture->setAlignment(Qt::AlignCenter);
    m_picture->setAccessibleName(tr("Preview"));
    right->addRow(m_picture);
    m_form = right;
    makeLook();
    m_form = left;
    auto* top = new QHBoxLayout(m_choices);
    top->setContentsMargins(0, 0, 0, 0);
    top->setSpacing(3 * kGrid);
    top->addLayout(left, 1);
    top->addLayout(right);
    m_progress->setRange(0, 1000);
    m_progress->setTextVisible(false); // the sentence above says it
    m_progress->setAccessibleName(tr("How much of the film is made"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(3 * kGrid, 3 * kGrid, 3 * kGrid, 2 * kGrid);
    column->setSpacing(kGrid);
    column->addWidget(m_choices);
    column->addWidget(m_comesTo);
    column->addWidget(m_result);
    column->addWidget(m_progress);
    column->addWidget(makeButtons());
    recall();
    connectAll();
    setChoosing(true);
    adaptToFormat();
    adaptToSubject();
}

void FilmDialog::makeChoices()
{
    m_subject = new ElidingBox(this);
    for (const FilmSubject& each : m_material.subjects)
        m_subject->addItem(each.words);
    m_subject->setAccessibleName(tr("What to film"));
    m_format = new ElidingBox(this);
    m_format->addItem(tr("MP4, for slides and every player"), int(FilmFormat::Mp4));
    m_format->addItem(tr("WebM, for the web"), int(FilmFormat::WebM));
    m_format->addItem(tr("Animated WebP, a picture that moves, for the web"), int(FilmFormat::WebP));
    m_format->addItem(tr("GIF, a picture that moves, where nothing else is taken"), int(FilmFormat::Gif));
    m_format->setAccessibleName(tr("Format"));
    m_form->addRow(tr("&What"), m_subject);
    m_form->addRow(tr("&Format"), m_format);
}

void FilmDialog::makePace()
{
    m_first = box<QSpinBox>(this, 0, 0, tr("First generation"));
    m_last = box<QSpinBox>(this, 0, 0, tr("Last generation"));
    m_stride = box<QSpinBox>(this, 1, 1, tr("Every how many generations"),
                             tr("1: every generation, 5: every fifth"));
    m_speed = box<QDoubleSpinBox>(this, kLeastFilmSpeed, kMostFilmSpeed, tr("Generations a second"));
    m_speed->setSuffix(tr(" generations a second"));
    m_ticks = box<QSpinBox>(this, 1, kMostTicksPerSecond, tr("Frames a second"));
    m_ticks->setSuffix(tr(" frames a second"));
    m_glides = new QCheckBox(tr("&Glide from one generation to the next"), this);
    m_glides->setToolTip(
        tr("As the window does. Without it each generation stands until the next one comes."));
    const FilmTiming usual;
    m_firstStill =
        box<QDoubleSpinBox>(this, 0, kMostStill, tr("Seconds that the first generation stands still"));
    m_lastStill =
        box<QDoubleSpinBox>(this, 0, kMostStill, tr("Seconds that the last generation stands still"));
    m_firstStill->setValue(usual.firstStill);
    m_lastStill->setValue(usual.lastStill);
    for (QDoubleSpinBox* seconds : {m_firstStill, m_lastStill}) {
        seconds->setDecimals(1);
        seconds->setSuffix(tr(" s"));
    }
    addRow(m_form, tr("Ge&nerations"),
           row({m_first, new QLabel(QStringLiteral("–"), this), m_last, new QLabel(tr("every"), this),
                m_stride}));
    addRow(m_form, tr("S&peed"), row({m_speed, m_ticks}));
    m_form->addRow(QString(), m_glides);
    addRow(m_form, tr("Stan&ds still"),
           row({m_firstStill, new QLabel(tr("at first"), this), m_lastStill,
                new QLabel(tr("in the end"), this)}));
}

void FilmDialog::makeLook()
{
    m_sizes = new ElidingBox(this);
    for (const NamedSize& each : kSizes)
        m_sizes->addItem(tr(each.words), each.size);
    m_sizes->addItem(tr("Another size"));
    m_sizes->setAccessibleName(tr("Usual sizes"));
    m_width = box<QSpinBox>(this, kLeastFilmSide, kMostFilmSide, tr("Width in pixels"));
    m_height = box<QSpinBox>(this, kLeastFilmSide, kMostFilmSide, tr("Height in pixels"));
    m_theme = new ElidingBox(this);
    m_theme->addItems({tr("As the window is"), tr("Light"), tr("Dark")});
    m_theme->setAccessibleName(tr("Theme"));
    m_form->addRow(tr("Si&ze"), m_sizes);
    m_form->addRow(QString(), row({m_width, new QLabel(QStringLiteral("×"), this), m_height,
                                   new QLabel(tr("pixels"), this)}));
    m_form->addRow(tr("T&heme"), m_theme);
}

void FilmDialog::makeParts()
{
    m_title = new QCheckBox(tr("&Title and number of the generation"), this);
    m_charts = new QCheckBox(tr("&Charts"), this);
    m_story = new QCheckBox(tr("What is to&ld"), this);
    m_story->setToolTip(tr("What happened in the run, in a sentence, as each thing happens"));
    m_form->addRow(tr("With"), m_title);
    m_form->addRow(QString(), m_charts);
    m_form->addRow(QString(), m_story);
}

void FilmDialog::makePlace()
{
    m_folder = new QLineEdit(this);
    m_folder->setMinimumWidth(264);
    m_folder->setAccessibleName(tr("Folder"));
    auto* browse = new QPushButton(tr("&Browse…"), this);
    browse->setAutoDefault(false);
    connect(browse, &QPushButton::clicked, this, &FilmDialog::browse);
    auto* line = new QHBoxLayout;
    line->setSpacing(kGrid);
    line->addWidget(m_folder, 1);
    line->addWidget(browse);
    m_name = new QLineEdit(kFilmName, this);
    m_name->setAccessibleName(tr("Name of the file"));
    m_name->setToolTip(tr("In braces: %1.").arg(listed(namePlaceholders())));
    addRow(m_form, tr("F&older"), line);
    m_form->addRow(tr("N&ame"), m_name);
}

QWidget* FilmDialog::makeButtons()
{
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setIcon({});
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false);
    m_make = new QPushButton(tr("&Make the film"), buttons);
    m_make->setObjectName(QStringLiteral("primary"));
    m_make->setDefault(true);
    m_stop = new QPushButton(tr("&Stop"), buttons);
    m_stop->setAutoDefault(false);
    buttons->addButton(m_make, QDialogButtonBox::AcceptRole);
    buttons->addButton(m_stop, QDialogButtonBox::ActionRole);
    m_openFolder = buttons->addButton(tr("Open folde&r"), QDialogButtonBox::ActionRole);
    m_openFolder->setAutoDefault(false);
    m_openFolder->setEnabled(false);
    connect(m_make, &QPushButton::clicked, this, &FilmDialog::make);
    connect(m_stop, &QPushButton::clicked, this, [this] {
        if (m_job)
            m_job->stop();
    });
    connect(m_openFolder, &QPushButton::clicked, this,
            [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(m_folder->text())); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    return buttons;
}

void FilmDialog::connectAll()
{
    connect(m_subject, &QComboBox::currentIndexChanged, this, &FilmDialog::adaptToSubject);
    connect(m_format, &QComboBox::currentIndexChanged, this, &FilmDialog::adaptToFormat);
    connect(m_theme, &QComboBox::currentIndexChanged, this, &FilmDialog::adapt);
    connect(m_sizes, &QComboBox::currentIndexChanged, this, [this] {
        if (const QSize size = m_sizes->currentData().toSize(); size.isValid()) {
            m_width->setValue(size.width());
            m_height->setValue(size.height());
        }
    });
    for (QSpinBox* side : {m_width, m_height})
        connect(side, &QSpinBox::valueChanged, this, [this] {
            const QSignalBlocker quiet(m_sizes);
            const int known = m_sizes->findData(QSize(m_width->value(), m_height->value()));
            m_sizes->setCurrentIndex(known < 0 ? m_sizes->count() - 1 : known);
        });
    for (QSpinBox* number : {m_first, m_last, m_stride, m_ticks, m_width, m_height})
        connect(number, &QSpinBox::valueChanged, this, &FilmDialog::adapt);
    for (QDoubleSpinBox* number : {m_speed, m_firstStill, m_lastStill})
        connect(number, &QDoubleSpinBox::valueChanged, this, &FilmDialog::adapt);
    for (QCheckBox* part : {m_glides, m_title, m_charts, m_story})
        connect(part, &QCheckBox::toggled, this, &FilmDialog::adapt);
    for (QLineEdit* line : {m_folder, m_name})
        connect(line, &QLineEdit::textChanged, this, &FilmDialog::adapt);
}

void FilmDialog::recall()
{
    const QSettings settings;
    const QString folder = settings.value(kFolderKey).toString();
    m_folder->setText(QDir::toNativeSeparators(
        QFileInfo(folder).isDir() ? folder
                                  : QStandardPaths::writableLocation(QStandardPaths::MoviesLocation)));
    m_format->setCurrentIndex(std::max(0, m_format->findData(settings.value(kFormatKey, 0))));
    m_width->setValue(settings.value(kWidthKey, 1280).toInt());
    m_height->setValue(settings.value(kHeightKey, 720).toInt());
    const int known = m_sizes->findData(QSize(m_width->value(), m_height->value()));
    m_sizes->setCurrentIndex(known < 0 ? m_sizes->count() - 1 : known);
    m_theme->setCurrentIndex(std::clamp(settings.value(kThemeKey, 0).toInt(), 0, m_theme->count() - 1));
    m_title->setChecked(settings.value(kTitleKey, true).toBool());
    m_charts->setChecked(settings.value(kChartsKey, true).toBool());
    m_story->setChecked(settings.value(kStoryKey, true).toBool());
}

void FilmDialog::remember() const
{
    QSettings settings;
    settings.setValue(kFolderKey, QDir::fromNativeSeparators(m_folder->text().trimmed()));
    settings.setValue(kFormatKey, m_format->currentData());
    settings.setValue(kWidthKey, m_width->value());
    settings.setValue(kHeightKey, m_height->value());
    settings.setValue(kThemeKey, m_theme->currentIndex());
    settings.setValue(kTitleKey, m_title->isChecked());
    settings.setValue(kChartsKey, m_charts->isChecked());
    settings.setValue(kStoryKey, m_story->isChecked());
}

} // namespace hareloom::ui
