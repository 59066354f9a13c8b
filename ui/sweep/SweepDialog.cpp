// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sweep/SweepDialog.h"

#include "core/recipe/SweepJson.h"
#include "core/sweep/SweepPlan.h"
#include "ui/language/Joining.h"
#include "ui/sweep/SweepWords.h"
#include "ui/theme/Theme.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace hareloom::ui {

namespace {

constexpr int kSettleMs = 250, kUsualChains = 20;

// What tells most about collapse, the first that counts for the family.
const QStringList kTelling{QStringLiteral("samples.size"), QStringLiteral("policy.realShare"),
                           QStringLiteral("model.temperature"), QStringLiteral("generations")};

/// Of a sweep's file, what has no control: axes by their names, and points beside the grid.
QString keptWords(const nlohmann::json& axes, std::size_t points)
{
    QStringList parts;
    for (const auto& [name, values] : axes.items()) {
        const QString shown = settingName(name);
        parts << SweepDialog::tr("One axis, “%1”, is written in the file and cannot be changed here.")
                     .arg(shown);
    }
    if (points == 1)
        parts << SweepDialog::tr(
            "One point beside the grid is written in the file and cannot be changed here.");
    else if (points > 1)
        parts << SweepDialog::tr(
                     "%1 points beside the grid are written in the file and cannot be changed here.")
                     .arg(points);
    return inARow(parts);
}

} // namespace

SweepDialog::SweepDialog(const Experiment& experiment, QWidget* parent)
    : QDialog(parent),
      m_experiment(experiment),
      m_places(new QVBoxLayout),
      m_add(new QPushButton(tr("Another setting"), this)),
      m_replicates(new QSpinBox(this)),
      m_note(new QLabel(this)),
      m_standing(new QLabel(this)),
      m_checking("The sweep could not be checked",
                 [this](const Result<Checked>& checked) { takeChecked(checked); })
{
    setWindowTitle(tr("Vary settings"));
    auto* words = new QLabel(
        tr("The experiment runs at every value of one setting together with every value of the others."),
        this);
    words->setWordWrap(true);
    m_places->setSpacing(kGrid);
    m_replicates->setRange(1, static_cast<int>(kMostReplicates));
    m_replicates->setAccessibleName(tr("Chains at each point"));
    for (QLabel* label : {m_note, m_standing}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
    }
    auto* chains = new QHBoxLayout;
    chains->addWidget(m_add);
    chains->addStretch();
    auto* chainWords = new QLabel(tr("Chains at each point"), this);
    chainWords->setBuddy(m_replicates);
    chains->addWidget(chainWords);
    chains->addWidget(m_replicates);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_run = new QPushButton(tr("Run"), buttons);
    m_run->setObjectName(QStringLiteral("primary"));
    buttons->addButton(m_run, QDialogButtonBox::AcceptRole);
    m_run->setDefault(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(3 * kGrid, 3 * kGrid, 3 * kGrid, 2 * kGrid);
    column->setSpacing(2 * kGrid);
    column->addWidget(words);
    column->addLayout(m_places);
    column->addLayout(chains);
    column->addWidget(m_note);
    column->addWidget(m_standing);
    column->addStretch();
    column->addWidget(buttons);
    setMinimumWidth(static_cast<int>(scaled(640)));

    m_settling.setSingleShot(true);
    m_settling.setInterval(kSettleMs);
    connect(&m_settling, &QTimer::timeout, this, &SweepDialog::check);
    connect(m_add, &QPushButton::clicked, this, [this] {
        addRow()->suggest(m_rows.size() == 2 ? QStringList(kTelling.rbegin(), kTelling.rend()) : kTelling);
        adapt();
    });
    connect(m_replicates, &QSpinBox::valueChanged, this, &SweepDialog::adapt);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    showSweep();
    adapt();
}

SweepAxisRow* SweepDialog::addRow()
{
    auto* row = new SweepAxisRow(m_experiment, this);
    m_places->addWidget(row);
    m_rows.push_back(row);
    connect(row, &SweepAxisRow::changed, this, &SweepDialog::adapt);
    connect(row, &SweepAxisRow::removed, this, [this, row] {
        std::erase(m_rows, row);
        row->hide();
        row->deleteLater();
        adapt();
    });
    return row;
}

// What has no control here stays as it is, and is said.
void SweepDialog::showSweep()
{
    m_replicates->setValue(kUsualChains);
    m_kept = nlohmann::json::object();
    if (!m_experiment.sweep) {
        addRow()->suggest(kTelling);
        m_note->hide();
        return;
    }
    m_kept = nlohmann::json::parse(sweepJson(*m_experiment.sweep).dump());
    m_replicates->setValue(static_cast<int>(m_experiment.sweep->replicates));
    nlohmann::json others = nlohmann::json::object();
    for (const SweepAxis& axis : m_experiment.sweep->grid) {
        const nlohmann::json values = m_kept["grid"][axis.name];
        if (m_rows.size() < kMostRows && axis.isSetting) {
            SweepAxisRow* row = addRow();
            if (row->show(axis.name, values))
                continue;
            m_rows.pop_back();
            delete row;
        }
        others[axis.name] = values;
    }
    m_kept["grid"] = others;
    const auto also = m_kept.value("also", nlohmann::json::array()).size();
    m_note->setVisible(!others.empty() || also > 0);
    m_note->setText(keptWords(others, also));
}

void SweepDialog::adapt()
{
    m_ready.reset();
    m_run->setEnabled(false);
    m_add->setEnabled(m_rows.size() < kMostRows);
    m_settling.start();
}

Result<Experiment> SweepDialog::draft() const
{
    nlohmann::json sweep = m_kept;
    for (const SweepAxisRow* row : m_rows) {
        if (sweep.contains("grid") && sweep["grid"].contains(row->path()))
            return invalidInput(
                tr("%1 varies twice. Remove one of the two.").arg(settingName(row->path())).toStdString());
        sweep["grid"][row->path()] = row->values();
    }
    sweep["replicates"] = m_replicates->value();
    return readSweep(sweep).transform([&](Sweep read) {
        Experiment experiment = m_experiment;
        experiment.sweep = std::make_shared<const Sweep>(std::move(read));
        return experiment;
    });
}

void SweepDialog::check()
{
    const auto drafted = draft();
    if (!drafted) {
        m_checking.cancel();
        m_standing->setText(refusalOf(drafted.error()));
        return;
    }
    m_checking.start([experiment = *drafted](const StopToken& stop) -> Result<Checked> {
        const auto plan = SweepPlan::make(experiment, stop);
        if (!plan)
            return plan.error();
        if (const QString problems = problemsOf(*plan); !problems.isEmpty())
            return invalidInput(problems.toStdString());
        return Checked{experiment, plan->points(), plan->chains()};
    });
}

void SweepDialog::takeChecked(const Result<Checked>& checked)
{
    if (!checked) {
        m_standing->setText(refusalOf(checked.error()));
        return;
    }
    m_ready = checked->experiment;
    m_run->setEnabled(true);
    m_standing->setText(tr("%1 points, %2 chains in all").arg(checked->points).arg(checked->chains));
}

QString SweepDialog::standing() const
{
    return m_standing->text();
}

} // namespace hareloom::ui
