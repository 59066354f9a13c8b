// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sources/DataDialog.h"

#include "core/data/SourceKinds.h"
#include "core/recipe/Families.h"
#include "ui/families/Faces.h"
#include "ui/language/EngineSentence.h"
#include "ui/sources/CsvTableModel.h"
#include "ui/sources/FormatChoice.h"
#include "ui/theme/Theme.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFileInfo>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QStyle>
#include <QTableView>

#include <algorithm>

namespace hareloom::ui {

namespace {

constexpr QSize kFirstSize(760, 520);
constexpr int kListWidth = 200;

QString titleOf(const QString& path)
{
    QString title = QFileInfo(path).completeBaseName();
    title.replace(QLatin1Char('_'), QLatin1Char(' ')).replace(QLatin1Char('-'), QLatin1Char(' '));
    return title.isEmpty() ? title : title.at(0).toUpper() + title.mid(1);
}

} // namespace

DataDialog::DataDialog(const QString& path, const CsvPreview& preview, QWidget* parent)
    : QDialog(parent),
      m_path(path),
      m_preview(preview),
      m_rows(new CsvTableModel(this)),
      m_title(new QLineEdit(titleOf(path), this)),
      m_format(new FormatChoice(this)),
      m_columns(new QListWidget(this)),
      m_asStates(new QCheckBox(tr("Take its values as &states"), this)),
      m_readAs(new QLabel(this)),
      m_verdict(new QLabel(this)),
      m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this))
{
    setWindowTitle(tr("Open %1").arg(QFileInfo(path).fileName()));
    m_title->setAccessibleName(tr("Title"));
    m_columns->setObjectName(QStringLiteral("checklist"));
    m_columns->setAccessibleName(tr("Columns to use"));
    m_columns->setFixedWidth(kListWidth);
    m_asStates->setToolTip(
        tr("Each value is one of several kinds, as a name is, and no number to reckon with."));
    for (QLabel* label : {m_readAs, m_verdict}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
    }
    m_readAs->setObjectName(QStringLiteral("muted"));
    m_buttons->button(QDialogButtonBox::Ok)->setText(tr("Use this table"));
    m_buttons->button(QDialogButtonBox::Ok)->setObjectName(QStringLiteral("primary"));
    for (QAbstractButton* button : m_buttons->buttons())
        button->setIcon({}); // the style's own are of another hand
    connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_format, &FormatChoice::changed, this, &DataDialog::changeFormat);
    connect(m_columns, &QListWidget::itemChanged, this, &DataDialog::judge);
    connect(m_asStates, &QCheckBox::toggled, this, &DataDialog::judge);
    connect(&m_counter, &RowCounter::refused, this, [this](const QString& s) { refuse(s.toStdString()); });
    connect(&m_counter, &RowCounter::counted, this, &DataDialog::concludeCount);
    arrange();
    showPreview();
    resize(kFirstSize);
    m_columns->setFocus();
}

void DataDialog::arrange()
{
    auto* table = new QTableView(this);
    table->setModel(m_rows);
    table->setAccessibleName(tr("First rows of the table"));
    table->setSelectionMode(QAbstractItemView::NoSelection);
    table->setTabKeyNavigation(false);
    table->horizontalHeader()->setDefaultSectionSize(14 * kGrid);
    table->verticalHeader()->setDefaultSectionSize(3 * kGrid);
    auto* form = new QFormLayout;
    form->setHorizontalSpacing(2 * kGrid);
    form->addRow(tr("&Title"), m_title);
    auto* left = new QVBoxLayout;
    auto* caption = new QLabel(tr("&Columns to use"), this);
    caption->setBuddy(m_columns);
    left->addWidget(caption);
    left->addWidget(m_columns, 1);
    left->addWidget(m_asStates);
    auto* right = new QVBoxLayout;
    right->addWidget(new QLabel(tr("First rows"), this));
    right->addWidget(table, 1);
    auto* middle = new QHBoxLayout;
    middle->setSpacing(2 * kGrid);
    middle->addLayout(left);
    middle->addLayout(right, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(2 * kGrid, 2 * kGrid, 2 * kGrid, 2 * kGrid);
    column->setSpacing(kGrid + kGrid / 2);
    column->addLayout(form);
    column->addWidget(m_format);
    column->addLayout(middle, 1);
    column->addWidget(m_readAs);
    column->addWidget(m_verdict);
    column->addWidget(m_buttons);
}

// Columns of numbers are chosen, also those with a bad cell in them, so that it is told of; where there are
// none, the first column of words.
void DataDialog::showPreview()
{
    m_rows->setPreview(m_preview);
    m_format->showFound(m_preview.judgement.format);
    showTaken(m_preview.judgement);
    const QSignalBlocker quiet(m_columns);
    m_columns->clear();
    bool hasNumbers = false;
    for (std::size_t j = 0; j < m_preview.names().size(); ++j) {
        const bool isNumeric = m_preview.isNumeric[j], isDoubtful = !m_preview.doubts[j].empty();
        const QString name = QString::fromStdString(m_preview.names()[j]);
        auto* item = new QListWidgetItem(isNumeric    ? name
                                         : isDoubtful ? tr("%1 (not all numbers)").arg(name)
                                                      : tr("%1 (words)").arg(name),
                                         m_columns);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(isNumeric || isDoubtful ? Qt::Checked : Qt::Unchecked);
        hasNumbers = hasNumbers || isNumeric || isDoubtful;
    }
    if (!hasNumbers)
        m_columns->item(0)->setCheckState(Qt::Checked);
    m_columns->setCurrentRow(0);
    judge();
}

void DataDialog::showTaken(const CsvJudgement& judgement)
{
    m_readAs->setText(m_format->inBoxes(wholeEngineSentence(readAs({}, judgement))));
}

void DataDialog::changeFormat()
{
    m_counter.stop();
    const auto preview = previewCsv(m_path.toStdString(), m_format->asked());
    if (!preview) {
        refuse(preview.error().message);
        return;
    }
    m_preview = *preview;
    showPreview();
}

// The rows beyond the preview may tell more, as of the encoding.
void DataDialog::concludeCount(const CsvCount& count)
{
    if (count.judgement.format != m_preview.judgement.format)
        if (const auto preview = previewCsv(m_path.toStdString(), count.judgement.format)) {
            m_preview = *preview;
            showPreview();
            return;
        }
    showTaken(count.judgement);
    conclude(count.rows < 2 ? tr("One row is not enough to fit a model on; at least two are needed.")
                            : tr("%1 rows, all of them fit to use.").arg(count.rows),
             count.rows >= 2);
}

std::vector<std::size_t> DataDialog::chosen() const
{
    std::vector<std::size_t> columns;
    for (int row = 0; row < m_columns->count(); ++row)
        if (m_columns->item(row)->checkState() == Qt::Checked)
            columns.push_back(static_cast<std::size_t>(row));
    return columns;
}

bool DataDialog::areNumbers(const std::vector<std::size_t>& columns) const
{
    return !m_asStates->isChecked() && std::all_of(columns.begin(), columns.end(),
                                                   [this](std::size_t j) { return m_preview.isNumeric[j]; });
}

// By name where that is clear, else by number: two columns may share a name, or be called "2".
std::vector<std::string> DataDialog::columnNames() const
{
    std::vector<std::string> columns;
    const auto& names = m_preview.names();
    const bool hasNames = m_preview.judgement.format.header == HeaderRow::Yes;
    for (const std::size_t j : chosen()) {
        const bool isClear =
            hasNames && !names[j].empty() && std::count(names.begin(), names.end(), names[j]) == 1;
        columns.push_back(isClear ? names[j] : std::to_string(j + 1));
    }
    return columns;
}

// A column that is numbers, or was meant to be, is read as states only where a person says so.
void DataDialog::offerStates(const std::vector<std::size_t>& columns)
{
    const bool isOffered = columns.size() == 1 && (m_preview.isNumeric[columns.front()] ||
                                                   !m_preview.doubts[columns.front()].empty());
    m_asStates->setVisible(isOffered);
    const QSignalBlocker quiet(m_asStates);
    if (!isOffered)
        m_asStates->setChecked(false);
}

// What keeps numbers from being read.
std::string DataDialog::doubtOf(const std::vector<std::size_t>& columns) const
{
    for (const std::size_t j : columns)
        if (!m_preview.doubts[j].empty())
            return m_preview.doubts[j];
    return {};
}

void DataDialog::judge()
{
    m_counter.stop();
    const auto columns = chosen();
    offerStates(columns);
    if (columns.empty()) {
        conclude(tr("Choose one or more columns."), false);
        return;
    }
    if (const std::string doubt = doubtOf(columns); !doubt.empty() && !m_asStates->isChecked()) {
        refuse(doubt);
        return;
    }
    if (!areNumbers(columns) && columns.size() > 1) {
        conclude(tr("Columns of words are states: choose one of them alone, or only columns of numbers."),
                 false);
        return;
    }
    if (!m_preview.problem.empty()) {
        refuse(m_preview.problem);
        return;
    }
    conclude(tr("More than %1 rows; counting…").arg(m_preview.rowsRead), true);
    CsvOptions options{m_format->asked(), {}};
    for (const std::size_t j : columns) // names may be another's where the whole table is encoded otherwise
        options.columns.push_back(std::to_string(j + 1));
    m_counter.count(m_path.toStdString(), options, areNumbers(columns));
}

void DataDialog::conclude(const QString& sentence, bool isGood)
{
    m_verdict->setObjectName(isGood ? QStringLiteral("muted") : QStringLiteral("problem"));
    m_verdict->style()->polish(m_verdict);
    m_verdict->setText(sentence);
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(isGood);
}

// The engine's sentence, with settings called by their boxes.
void DataDialog::refuse(const std::string& sentence)
{
    conclude(m_format->inBoxes(engineSentence(sentence))
                 .replace(QLatin1String("source.columns"), tr("“Columns to use”")),
             false);
}

bool DataDialog::isAcceptable() const
{
    return m_buttons->button(QDialogButtonBox::Ok)->isEnabled();
}

QString DataDialog::verdict() const
{
    return m_verdict->text();
}

Experiment DataDialog::experiment() const
{
    const auto columns = chosen();
    Experiment e;
    e.title = m_title->text().toStdString();
    e.question = tr("What is left of these data when models learn from models?").toStdString();
    const auto taker = std::find_if(faces().begin(), faces().end(), [&](const Face* face) {
        return face->takesColumns(areNumbers(columns), columns.size());
    });
    if (taker != faces().end())
        e.family = (*taker)->family();
    e.source.kind = sourceOfFile(RowKind::Numbers).name;
    e.source.path = QFileInfo(m_path).absoluteFilePath().toStdString();
    e.source.table = m_preview.judgement.format;
    e.source.columns = columnNames();
    e.samples.size = 0; // every row there is
    e.evaluation.metrics = usualMetrics(*findFamily(e.family));
    return e;
}

} // namespace hareloom::ui
