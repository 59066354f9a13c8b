// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/FigureAxes.h"

#include "ui/export/AxisText.h"
#include "ui/language/EngineSentence.h"
#include "ui/theme/ElidingBox.h"
#include "ui/theme/Theme.h"

#include <QFormLayout>
#include <QLineEdit>

namespace hareloom::ui {

FigureAxes::FigureAxes(QWidget* parent)
    : QWidget(parent),
      m_xRange(line(tr("Range of the horizontal axis"), tr("from:to, as 0:50"))),
      m_xTitle(line(tr("Title of the horizontal axis"), tr("its own"))),
      m_yRange(line(tr("Range of the vertical axis"), tr("from:to"))),
      m_yTitle(line(tr("Title of the vertical axis"), tr("its own"))),
      m_yScale(new ElidingBox(this))
{
    auto* form = new QFormLayout(this);
    form->setContentsMargins(0, kGrid, 0, 0);
    form->setHorizontalSpacing(2 * kGrid);
    form->setVerticalSpacing(kGrid);
    form->addRow(tr("Horizontal range"), m_xRange);
    form->addRow(tr("Horizontal title"), m_xTitle);
    form->addRow(tr("Vertical range"), m_yRange);
    form->addRow(tr("Vertical title"), m_yTitle);
    m_yScale->addItem(tr("Its own"));
    m_yScale->addItem(tr("Linear"), false);
    m_yScale->addItem(tr("Logarithmic"), true);
    m_yScale->setAccessibleName(tr("Scale of the vertical axis"));
    form->addRow(tr("Vertical scale"), m_yScale);
    connect(m_yScale, &QComboBox::currentIndexChanged, this, &FigureAxes::changed);
}

QLineEdit* FigureAxes::line(const QString& name, const QString& hint)
{
    auto* edit = new QLineEdit(this);
    edit->setAccessibleName(name);
    edit->setPlaceholderText(hint);
    connect(edit, &QLineEdit::textChanged, this, &FigureAxes::changed);
    return edit;
}

Result<AxisWishes> FigureAxes::wishes() const
{
    AxisWishes wishes;
    auto across = readAxisRange(m_xRange->text()), up = readAxisRange(m_yRange->text());
    if (!across)
        return invalidInput(
            tr("Horizontal axis: %1").arg(engineSentence(across.error().message)).toStdString());
    if (!up)
        return invalidInput(tr("Vertical axis: %1").arg(engineSentence(up.error().message)).toStdString());
    wishes.x = {*across, m_xTitle->text().trimmed(), {}};
    wishes.y = {*up, m_yTitle->text().trimmed(), {}};
    if (const QVariant scale = m_yScale->currentData(); scale.isValid())
        wishes.y.isLog = scale.toBool();
    return wishes;
}

} // namespace hareloom::ui
