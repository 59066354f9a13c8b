// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/Experiment.h"
#include "ui/sources/RowCounter.h"

#include <QDialog>

QT_BEGIN_NAMESPACE
class QCheckBox;
class QDialogButtonBox;
class QLabel;
class QLineEdit;
class QListWidget;
QT_END_NAMESPACE

namespace hareloom::ui {

class CsvTableModel;
class FormatChoice;

/// Makes an experiment of a table: its first rows, which columns to use, how many rows there are, and what is
/// wrong in which line.
class DataDialog : public QDialog
{
    Q_OBJECT
public:
    /// `preview`: of the file as it is found.
    DataDialog(const QString& path, const CsvPreview& preview, QWidget* parent = nullptr);

    /// What OK makes: of the first family that takes such columns (Face::takesColumns).
    Experiment experiment() const;
    /// Whether OK can be pressed.
    bool isAcceptable() const;
    QString verdict() const;

private:
    void arrange();
    void showPreview();
    void changeFormat();
    void showTaken(const CsvJudgement& judgement);
    void concludeCount(const CsvCount& count);
    void judge();
    std::vector<std::size_t> chosen() const;
    std::vector<std::string> columnNames() const;
    void offerStates(const std::vector<std::size_t>& columns);
    std::string doubtOf(const std::vector<std::size_t>& columns) const;
    bool areNumbers(const std::vector<std::size_t>& columns) const;
    void conclude(const QString& sentence, bool isGood);
    void refuse(const std::string& sentence);

    QString m_path;
    CsvPreview m_preview;
    RowCounter m_counter;
    CsvTableModel* m_rows;
    QLineEdit* m_title;
    FormatChoice* m_format;
    QListWidget* m_columns;
    QCheckBox* m_asStates; // offered where one column alone is chosen that may be read either way
    QLabel* m_readAs;
    QLabel* m_verdict;
    QDialogButtonBox* m_buttons;
};

} // namespace hareloom::ui
