// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/ExportDialog.h"

#include "ui/export/FigureAxes.h"
#include "ui/export/FigureLook.h"
#include "ui/export/PanelChooser.h"
#include "ui/language/EngineSentence.h"
#include "ui/language/Joining.h"
#include "ui/theme/ElidingBox.h"

#include <QComboBox>
#include <QDesktopServices>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QSpinBox>
#include <QStandardPaths>
#include <QStyle>
#include <QTabWidget>
#include <QUrl>

#include <algorithm>

namespace hareloom::ui {

namespace {

constexpr auto kFolderKey = "export/folder", kPatternKey = "export/name", kDpiKey = "export/dpi";
constexpr int kLeastDpi = 48, kMostDpi = 1200, kUsualDpi = 192;
constexpr QSize kPictureSize(320, 224);

QString usualFolder()
{
    const QString kept = QSettings().value(kFolderKey).toString();
    return kept.isEmpty() || !QFileInfo(kept).isDir()
               ? QStandardPaths::writableLocation(QStandardPaths::PicturesLocation)
               : kept;
}

QLabel* wrapped(QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

QSpinBox* spin(QWidget* parent, int least, int most, int value, const QString& name)
{
    auto* box = new QSpinBox(parent);
    box->setRange(least, most);
    box->setValue(value);
    box->setAccessibleName(name);
    box->setButtonSymbols(QAbstractSpinBox::NoButtons); // arrow keys and the wheel do the same
    return box;
}

} // namespace

ExportDialog::ExportDialog(ExportMaterial material, ExportWhat what, QWidget* parent)
    : QDialog(parent),
      m_material(std::move(material)),
      m_what(new ElidingBox(this)),
      m_format(new ElidingBox(this)),
      m_tabs(new QTabWidget(this)),
      m_look(new FigureLook(m_material.hasChains, this)),
      m_axes(new FigureAxes(this)),
      m_panels(new PanelChooser(this)),
      m_pixels(new QLabel(this)),
      m_folder(new QLineEdit(this)),
      m_pattern(new QLineEdit(this)),
      m_picture(new QLabel(this)),
      m_names(wrapped(this)),
      m_result(wrapped(this)),
      m_form(new QFormLayout)
{
    setWindowTitle(tr("Export"));
    m_form->setHorizontalSpacing(2 * kGrid);
    m_form->setVerticalSpacing(kGrid);
    makeChoices(what);
    makeGeneration();
    makeNumbers();
    makePlace();
    makeTabs();
    m_picture->setFixedSize(kPictureSize);
    m_picture->setAlignment(Qt::AlignCenter);
    m_picture->setAccessibleName(tr("Preview"));
    auto* top = new QHBoxLayout;
    top->setSpacing(3 * kGrid);
    top->addLayout(m_form, 1);
    auto* right = new QVBoxLayout;
    right->setSpacing(kGrid);
    right->addWidget(m_picture);
    right->addWidget(m_tabs, 1);
    top->addLayout(right);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(3 * kGrid, 3 * kGrid, 3 * kGrid, 2 * kGrid);
    column->setSpacing(2 * kGrid);
    column->addLayout(top);
    column->addWidget(m_result);
    column->addWidget(makeButtons());
    m_result->setMinimumHeight(2 * m_result->fontMetrics().height());
    connectAll();
    offerFormats();
}

void ExportDialog::makeChoices(ExportWhat what)
{
    m_what->addItem(tr("The current chart"), int(ExportWhat::CurrentChart));
    m_what->addItem(tr("Every chart (%n)", nullptr, static_cast<int>(m_material.charts.size())),
                    int(ExportWhat::EveryChart));
    if (m_material.charts.size() > 1)
        m_what->addItem(tr("Panels on one sheet"), int(ExportWhat::Sheet));
    if (m_material.report)
        m_what->addItem(m_material.comparesSessions ? tr("A report that compares the sessions")
                                                    : tr("A report on one page"),
                        int(ExportWhat::ReportPage));
    if (m_material.texts)
        m_what->addItem(tr("Prompts, answers and passages of this chain"), int(ExportWhat::Texts));
    if (m_material.shownTable)
        m_what->addItem(tr("The metrics shown, of this chain"), int(ExportWhat::ShownTable));
    m_what->addItem(tr("All metrics of all chains"), int(ExportWhat::WholeTable));
    m_what->setCurrentIndex(std::max(0, m_what->findData(int(what))));
    m_what->setAccessibleName(tr("What to export"));
    m_format->setAccessibleName(tr("Format"));
    m_form->addRow(tr("&What"), m_what);
    m_form->addRow(tr("&Format"), m_format);
}

// The one that was shown when this was opened, until another is chosen: the view may be playing on behind it.
void ExportDialog::makeGeneration()
{
    if (!m_material.at || m_material.generations < 2)
        return;
    m_generation = spin(this, 0, m_material.generations - 1, m_material.values.generation, tr("Generation"));
    m_generation->setKeyboardTracking(false);
    m_form->addRow(tr("&Generation"), m_generation);
    connect(m_generation, &QSpinBox::valueChanged, this, &ExportDialog::takeMaterial);
}

void ExportDialog::takeMaterial()
{
    if (!m_material.at)
        return;
    const int generation = m_generation ? m_generation->value() : m_material.values.generation;
    m_material = m_material.at(generation, m_look->spread());
    if (m_generation)
        m_generation->setMaximum(std::max(generation, m_material.generations - 1));
    adapt();
    showPicture();
}

void ExportDialog::makeNumbers()
{
    m_dpi = spin(this, kLeastDpi, kMostDpi, QSettings().value(kDpiKey, kUsualDpi).toInt(), tr("Resolution"));
    m_dpi->setSuffix(tr(" dpi"));
    m_dpi->setSingleStep(24);
    const QSizeF size = wholeSize(m_material.charts.front().figure);
    m_width = spin(this, int(kLeastMm), int(kMostMm), qRound(size.width() / kPixelsPerMm), tr("Width"));
    m_height = spin(this, int(kLeastMm), int(kMostMm), qRound(size.height() / kPixelsPerMm), tr("Height"));
    m_sides = new QHBoxLayout;
    m_sides->setSpacing(kGrid);
    m_sides->addWidget(m_width);
    m_sides->addWidget(new QLabel(QStringLiteral("×"), this));
    m_sides->addWidget(m_height);
    m_sides->addWidget(new QLabel(tr("mm"), this));
    m_sides->addStretch();
    m_pixels->setObjectName(QStringLiteral("muted"));
    m_form->addRow(tr("&Resolution"), m_dpi);
    m_form->addRow(tr("&Size"), m_sides);
    if (auto* label = qobject_cast<QLabel*>(m_form->labelForField(m_sides)))
        label->setBuddy(m_width);
    m_form->addRow(QString(), m_pixels);
}

void ExportDialog::makePlace()
{
    m_folder->setText(QDir::toNativeSeparators(usualFolder()));
    m_folder->setMinimumWidth(296);
    m_folder->setAccessibleName(tr("Folder"));
    auto* browse = new QPushButton(tr("&Browse…"), this);
    browse->setAutoDefault(false);
    connect(browse, &QPushButton::clicked, this, &ExportDialog::browse);
    auto* row = new QHBoxLayout;
    row->setSpacing(kGrid);
    row->addWidget(m_folder, 1);
    row->addWidget(browse);
    m_pattern->setText(QSettings().value(kPatternKey, kUsualNameTemplate).toString());
    m_pattern->setAccessibleName(tr("Name of the files"));
    m_pattern->setToolTip(
        tr("In braces: %1. Chains count from 0, as in the tables.").arg(listed(namePlaceholders())));
    m_names->setObjectName(QStringLiteral("muted"));
    m_names->setMinimumHeight((kNamesShown + 1) * m_names->fontMetrics().lineSpacing());
    m_names->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_form->addRow(tr("F&older"), row);
    if (auto* label = qobject_cast<QLabel*>(m_form->labelForField(row)))
        label->setBuddy(m_folder);
    m_form->addRow(tr("&Name"), m_pattern);
    m_form->addRow(QString(), m_names);
}

QWidget* ExportDialog::makeButtons()
{
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setIcon({});
    m_write = new QPushButton(tr("&Export"), buttons);
    m_write->setObjectName(QStringLiteral("primary"));
    buttons->addButton(m_write, QDialogButtonBox::AcceptRole);
    m_write->setDefault(true);
    m_openFolder = buttons->addButton(tr("Open fol&der"), QDialogButtonBox::ActionRole);
    m_openFolder->setAutoDefault(false);
    m_openFolder->setEnabled(false);
    connect(m_write, &QPushButton::clicked, this, &ExportDialog::writeAll);
    connect(m_openFolder, &QPushButton::clicked, this,
            [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(choice().folder)); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    return buttons;
}

void ExportDialog::connectAll()
{
    connect(m_what, &QComboBox::currentIndexChanged, this, &ExportDialog::offerFormats);
    connect(m_format, &QComboBox::currentIndexChanged, this, &ExportDialog::adapt);
    for (QSpinBox* box : {m_dpi, m_width, m_height})
        connect(box, &QSpinBox::valueChanged, this, &ExportDialog::adapt);
    for (QLineEdit* line : {m_folder, m_pattern})
        connect(line, &QLineEdit::textChanged, this, &ExportDialog::adapt);
    for (QSpinBox* box : {m_width, m_height})
        connect(box, &QSpinBox::valueChanged, this, &ExportDialog::showPicture);
    connect(m_what, &QComboBox::currentIndexChanged, this, &ExportDialog::showPicture);
    connect(m_what, &QComboBox::currentIndexChanged, this, [this] {
        if (choice().what != ExportWhat::Sheet)
            return;
        m_tabs->setCurrentWidget(m_panels);
        if (const auto sheet = chosenFigures(m_material, choice()))
            setSize(wholeSize(sheet->front().figure) / kPixelsPerMm);
    });
    connect(m_look, &FigureLook::changed, this, &ExportDialog::showPicture);
    connect(m_look, &FigureLook::sizeChosen, this, &ExportDialog::setSize);
    const auto anew = [this] {
        adapt();
        showPicture();
    };
    connect(m_axes, &FigureAxes::changed, this, anew);
    connect(m_panels, &PanelChooser::changed, this, anew);
    connect(m_look, &FigureLook::spreadChosen, this, &ExportDialog::takeMaterial);
    if (m_look->spread() != Spread::Deciles)
        takeMaterial();
    showPicture();
}

void ExportDialog::setSize(const QSizeF& mm)
{
    m_width->setValue(qRound(mm.width()));
    m_height->setValue(qRound(mm.height()));
}

ExportChoice ExportDialog::choice() const
{
    ExportChoice choice;
    choice.what = static_cast<ExportWhat>(m_what->currentData().toInt());
    choice.format = static_cast<ExportFormat>(m_format->currentData().toInt());
    choice.dpi = m_dpi->value();
    choice.size = QSizeF(m_width->value(), m_height->value()) * kPixelsPerMm;
    choice.look = m_look->options();
    choice.hasFooter = m_look->hasFooter();
    choice.hasCode = m_look->hasCode();
    if (choice.what == ExportWhat::CurrentChart && hasAxes())
        if (const auto axes = m_axes->wishes())
            choice.look.axes = *axes;
    choice.panels = m_panels->chosen();
    choice.sheet = m_panels->sheet();
    choice.folder = QDir::fromNativeSeparators(m_folder->text().trimmed());
    choice.pattern = m_pattern->text();
    return choice;
}

void ExportDialog::offerFormats()
{
    static const QStringList words{tr("PNG, a picture of pixels"),
                                   tr("SVG, for the web and for drawing programs"),
                                   tr("PDF, for print"),
                                   tr("HTML, one file for a browser"),
                                   tr("CSV, a table"),
                                   tr("Markdown"),
                                   tr("Plain text")};
    const QVariant before = m_format->currentData();
    const QSignalBlocker quiet(m_format);
    m_format->clear();
    for (const ExportFormat format : formatsOf(choice().what))
        m_format->addItem(words[int(format)], int(format));
    m_format->setCurrentIndex(std::max(0, m_format->findData(before)));
    adapt();
}

void ExportDialog::adapt()
{
    const ExportChoice now = choice();
    const bool isPixels = isChart(now.what) && now.format == ExportFormat::Png;
    const QSizeF pixels = now.size * now.dpi / 96;
    // What has no meaning here is not asked.
    if (m_generation)
        m_form->setRowVisible(m_generation, isChart(now.what) || now.what == ExportWhat::ReportPage);
    m_form->setRowVisible(m_dpi, isPixels);
    m_form->setRowVisible(m_sides, isChart(now.what));
    m_form->setRowVisible(m_pixels, isPixels);
    adaptTabs(now.what);
    std::vector<const Figure*> shown{&m_material.charts.front().figure};
    if (now.what != ExportWhat::CurrentChart)
        for (const NamedFigure& chart : m_material.charts)
            shown.push_back(&chart.figure);
    m_look->setOffered(shown);
    m_look->setVector(!isPixels);
    m_pixels->setText(tr("%1 × %2 pixels").arg(qRound(pixels.width())).arg(qRound(pixels.height())));
    const auto paths = exportPaths(m_material, now);
    const QString problem = paths ? problemOf(choice()) : engineSentence(paths.error().message);
    m_write->setEnabled(problem.isEmpty());
    if (!problem.isEmpty()) {
        say(problem, true);
        m_names->clear();
        return;
    }
    say({}, false);
    m_names->setText(namesOf(*paths));
    QStringList whole;
    for (const QString& path : *paths)
        whole << QFileInfo(path).fileName();
    m_names->setToolTip(whole.join(QLatin1Char('\n')));
}

void ExportDialog::browse()
{
    const QString folder = QFileDialog::getExistingDirectory(this, tr("Folder to write to"), choice().folder);
    if (!folder.isEmpty())
        m_folder->setText(QDir::toNativeSeparators(folder));
}

void ExportDialog::remember() const
{
    const ExportChoice now = choice();
    QSettings settings;
    settings.setValue(kFolderKey, now.folder);
    settings.setValue(kPatternKey, now.pattern);
    settings.setValue(kDpiKey, m_dpi->value());
    m_look->remember();
}

void ExportDialog::say(const QString& sentence, bool isProblem)
{
    m_result->setText(sentence);
    m_result->setAccessibleName(sentence);
    m_result->setObjectName(isProblem ? QStringLiteral("problem") : QStringLiteral("result"));
    m_result->style()->unpolish(m_result);
    m_result->style()->polish(m_result);
}

} // namespace hareloom::ui
