// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/CsvJudge.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QComboBox;
class QGridLayout;
class QLineEdit;
QT_END_NAMESPACE

namespace hareloom::ui {

/// What a table is taken for, each of it to be changed.
class FormatChoice : public QWidget
{
    Q_OBJECT
public:
    explicit FormatChoice(QWidget* parent = nullptr);

    /// Shows what was found; emits nothing.
    void showFound(const CsvFormat& found);
    /// What a person has chosen; what nobody touched is Auto.
    const CsvFormat& asked() const { return m_asked; }

Q_SIGNALS:
    void changed();

private:
    QComboBox* addChoice(QGridLayout* grid, int place, const QString& label);

    CsvFormat m_asked;
    QComboBox* m_header;
    QComboBox* m_delimiter;
    QComboBox* m_decimal;
    QComboBox* m_encoding;
    QLineEdit* m_missing;
};

} // namespace hareloom::ui
