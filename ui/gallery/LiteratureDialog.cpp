// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gallery/LiteratureDialog.h"

#include "core/recipe/Presets.h"
#include "ui/plot/MetricTitle.h"
#include "ui/presets/PresetList.h"
#include "ui/theme/Theme.h"

#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>

#include <algorithm>

namespace hareloom::ui {

namespace {

constexpr std::size_t kMostEquations = 4;
constexpr int kListWidth = 30 * kGrid;
constexpr QSize kSize{118 * kGrid, 72 * kGrid};

QString words(const std::string& text)
{
    return QString::fromStdString(text);
}

/// All that one may look for.
QString textOf(const LiteratureRow& row)
{
    return words(row.work + ' ' + row.experiments.front() + ' ' + row.published + ' ' + row.ours);
}

QString titleOf(const std::string& preset)
{
    for (const PresetEntry& entry : presetList())
        if (entry.id == words(preset))
            return entry.title;
    return words(preset);
}

} // namespace

LiteratureDialog::LiteratureDialog(QWidget* parent)
    : QDialog(parent),
      m_wanted(new QLineEdit(this)),
      m_list(new QListWidget(this)),
      m_title(new QLabel(this)),
      m_experiment(new QLabel(this)),
      m_open(new QPushButton(tr("&Open the experiment"), this)),
      m_equation("The equation could not be computed", [this](const Result<WorkFacts>& facts) {
          QStringList equations;
          if (facts)
              for (const auto& [metric, text] : facts->equations)
                  equations << tr("%1 (%2)").arg(text, metricTitle(metric));
          say(Equation, equations.isEmpty() ? tr("No curve of theory is drawn for this experiment.")
                                            : equations.join(QLatin1Char('\n')));
      })
{
    setWindowTitle(tr("The literature"));
    setObjectName(QStringLiteral("literature"));
    auto* row = new QHBoxLayout;
    row->setSpacing(2 * kGrid);
    row->addLayout(makeList());
    row->addWidget(makePage(), 1);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->addButton(m_open, QDialogButtonBox::ActionRole);
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false);
    m_open->setDefault(true);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    connect(m_open, &QPushButton::clicked, this, [this] {
        if (const LiteratureRow* shown = work())
            Q_EMIT presetChosen(words(shown->experiments.front()));
    });
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(2 * kGrid, 2 * kGrid, 2 * kGrid, 2 * kGrid);
    column->setSpacing(2 * kGrid);
    column->addLayout(row, 1);
    column->addWidget(buttons);
    resize(parent ? kSize.boundedTo(parent->size()) : kSize);
    m_wanted->setFocus();
}

QLayout* LiteratureDialog::makeList()
{
    m_wanted->setPlaceholderText(tr("Author, number or word"));
    m_wanted->setAccessibleName(m_wanted->placeholderText());
    m_wanted->setClearButtonEnabled(true);
    connect(m_wanted, &QLineEdit::textChanged, this, &LiteratureDialog::filter);
    m_list->setAccessibleName(tr("Works"));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setTextElideMode(Qt::ElideRight);
    for (QWidget* each : std::initializer_list<QWidget*>{m_wanted, m_list})
        each->setFixedWidth(static_cast<int>(scaled(kListWidth)));
    for (const LiteratureRow& row : literatureRows()) {
        // One author may stand for several: the experiment tells them apart.
        auto* item =
            new QListWidgetItem(workName(row) + QLatin1Char('\n') + titleOf(row.experiments.front()), m_list);
        item->setToolTip(words(row.work));
        item->setSizeHint(
            QSize(0, 2 * m_list->fontMetrics().lineSpacing() + 2 * kGrid)); // also while it is chosen
    }
    connect(m_list, &QListWidget::currentRowChanged, this, &LiteratureDialog::showWork);
    connect(m_list, &QListWidget::itemActivated, m_open, &QPushButton::click);
    auto* column = new QVBoxLayout;
    column->setSpacing(kGrid);
    column->addWidget(m_wanted);
    column->addWidget(m_list, 1);
    return column;
}

QWidget* LiteratureDialog::makePage()
{
    const QString names[] = {tr("Loop"),      tr("Varied"), tr("Equation"),
                             tr("Published"), tr("Here"),   tr("How far apart, and why"),
                             tr("Source")};
    auto* inside = new QWidget(this);
    auto* grid = new QGridLayout(inside);
    grid->setContentsMargins(0, 0, kGrid, 0);
    grid->setHorizontalSpacing(2 * kGrid);
    grid->setVerticalSpacing(kGrid * 3 / 2);
    grid->setColumnStretch(1, 1);
    m_title->setFont(themeFont(TextSize::Title, QFont::DemiBold));
    m_experiment->setObjectName(QStringLiteral("muted"));
    for (QLabel* each : {m_title, m_experiment})
        each->setWordWrap(true);
    grid->addWidget(m_title, 0, 0, 1, 2);
    grid->addWidget(m_experiment, 1, 0, 1, 2);
    for (int i = 0; i < LineCount; ++i) {
        m_names[i] = new QLabel(names[i], inside);
        m_names[i]->setObjectName(QStringLiteral("muted"));
        m_names[i]->setWordWrap(true);
        m_names[i]->setFixedWidth(static_cast<int>(scaled(14 * kGrid)));
        m_words[i] = new QLabel(inside);
        m_words[i]->setWordWrap(true);
        m_words[i]->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        m_words[i]->setAccessibleName(names[i]);
        grid->addWidget(m_names[i], i + 2, 0, Qt::AlignTop);
        grid->addWidget(m_words[i], i + 2, 1, Qt::AlignTop);
    }
    grid->setRowStretch(LineCount + 2, 1);
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(inside);
    return scroll;
}

void LiteratureDialog::showWorkOf(const QString& preset)
{
    m_wanted->clear();
    const auto& rows = literatureRows();
    const auto known = literatureOf(preset.toStdString());
    m_list->setCurrentRow(known.empty() ? 0 : static_cast<int>(known.front() - rows.data()));
}

const LiteratureRow* LiteratureDialog::work() const
{
    const int row = m_list->currentRow();
    return row < 0 || m_list->item(row)->isHidden() ? nullptr
                                                    : &literatureRows()[static_cast<std::size_t>(row)];
}

// What is shown stays while it has the words; else the first that has them.
void LiteratureDialog::filter(const QString& text)
{
    const QStringList wanted = text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    int first = -1;
    for (int i = 0; i < m_list->count(); ++i) {
        const QString all = textOf(literatureRows()[static_cast<std::size_t>(i)]) + QLatin1Char(' ') +
                            titleOf(literatureRows()[static_cast<std::size_t>(i)].experiments.front());
        const bool has = std::all_of(wanted.begin(), wanted.end(), [&](const QString& word) {
            return all.contains(word, Qt::CaseInsensitive);
        });
        m_list->item(i)->setHidden(!has);
        if (has && first < 0)
            first = i;
    }
    if (!work())
        m_list->setCurrentRow(first);
    showWork();
}

void LiteratureDialog::say(Line line, const QString& words)
{
    m_words[line]->setText(words);
    m_names[line]->setVisible(!words.isEmpty());
    m_words[line]->setVisible(!words.isEmpty());
}

void LiteratureDialog::showWork()
{
    const LiteratureRow* row = work();
    m_open->setEnabled(row);
    m_title->setText(row ? workName(*row) : tr("No work has these words."));
    m_experiment->setVisible(row);
    for (int i = 0; i < LineCount; ++i)
        say(static_cast<Line>(i), {});
    m_equation.cancel();
    if (!row)
        return;
    const auto preset = loadPreset(row->experiments.front());
    m_experiment->setText(tr("Experiment “%1”").arg(titleOf(row->experiments.front())));
    if (preset) {
        const WorkFacts facts = workFacts(*preset);
        say(Loop, facts.loop);
        say(Knob, facts.knob);
        say(Equation, tr("…"));
        m_equation.start([experiment = *preset](const StopToken& stop) -> Result<WorkFacts> {
            return workFactsWithEquations(experiment, kMostEquations, stop);
        });
    }
    say(Published, words(row->published));
    say(Here, words(row->ours));
    say(Apart, words(row->difference));
    const QString address = words(row->address());
    say(Source, address.isEmpty() ? words(row->work) : words(row->work) + QLatin1Char('\n') + address);
}

QStringList LiteratureDialog::lines() const
{
    QStringList all{m_title->text(), m_experiment->text()};
    for (const QLabel* label : m_words)
        if (!label->text().isEmpty())
            all << label->text();
    return all;
}

} // namespace hareloom::ui
