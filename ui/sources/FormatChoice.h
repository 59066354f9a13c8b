// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/CsvJudge.h"

#include <QList>
#include <QWidget>

#include <utility>

QT_BEGIN_NAMESPACE
class QComboBox;
class QGridLayout;
class QLabel;
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
    /// The sentence with settings of a table's format, as "source.decimal", called by the boxes that they are
    /// here.
    QString inBoxes(QString sentence) const;

Q_SIGNALS:
    void changed();

private:
    QComboBox* addChoice(QGridLayout* grid, int place, const char* setting, const QString& label);
    QLabel* addCaption(QWidget* box, const char* setting, const QString& label);

    QList<std::pair<QString, QString>> m_boxes; // of each setting, what its box is called
    CsvFormat m_asked;
    QComboBox* m_header;
    QComboBox* m_delimiter;
    QComboBox* m_decimal;
    QComboBox* m_encoding;
    QLineEdit* m_missing;
};

} // namespace hareloom::ui
