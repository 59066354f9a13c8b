// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/LabSession.h"

#include <QObject>
#include <QString>

#include <functional>
#include <memory>
#include <vector>

namespace hareloom::ui {

/// One chain of a run that can stand in a column.
struct CompareSource
{
    QString title;                       // no other source has it
    std::shared_ptr<LabSession> owner;   // of a file's session; null for the window's own
    const LabSession* session = nullptr; // never null
    ChainIndex chain = 0;
    QString wanted;   // as it is called where no other is called so
    QString fileName; // that somebody gave it; empty for recordings and the window's own
    QString name;     // "Now"; empty: it has none

    const Experiment& experiment() const { return session->experimentOf(chain); }
    int count() const { return session->history().count(chain); }
};

/// Which chains stand side by side: two to four columns, chosen among the variants of the window's own run
/// and of further session files. GUI thread.
class Comparison : public QObject
{
    Q_OBJECT
public:
    static constexpr std::size_t kLeast = 2, kMost = 4;

    explicit Comparison(QObject* parent = nullptr) : QObject(parent) {}

    /// Starts over: nothing to compare.
    void clear();
    /// Takes over what another has to choose from.
    void takeFrom(Comparison& other);
    /// The same sources and columns; `copy` gives what stands for each run that nobody owns.
    void copyFrom(const Comparison& other,
                  const std::function<std::shared_ptr<LabSession>(const LabSession&)>& copy);
    /// Takes the variants of a run as sources, each with the same replicate: the window's own run, which
    /// outlives this. `name`: what it is called before what tells it from others ("Now"); empty: nothing.
    void addRun(const LabSession& session, int replicate, const QString& name = {});
    /// The same with a session file, its variants and their first chains. Errors: those of the file;
    /// InvalidInput when it holds no finished generation.
    Result<void> addFile(const QString& path, const QString& name = {});

    const std::vector<CompareSource>& sources() const { return m_sources; }
    std::size_t columnCount() const { return m_columns.size(); }
    const CompareSource& column(std::size_t index) const { return m_sources[m_columns[index]]; }
    std::size_t sourceOf(std::size_t column) const { return m_columns[column]; }
    /// Fills the columns with the first sources that are in none, up to kMost.
    void fillColumns();
    void setColumn(std::size_t column, std::size_t source);
    /// These sources, in this order; those beyond kMost are left out.
    void setColumns(std::vector<std::size_t> sources);
    /// Shows the first source that is in no column, or the first of all. Not beyond kMost.
    void addColumn();
    /// Not below kLeast.
    void removeColumn(std::size_t column);

    /// Generations of the longest column.
    int longest() const;
    /// Generation 0 of the first column when all columns' models can share its axes; null otherwise.
    GenerationPtr sharedAxes() const;
    /// Metrics that every column has measured, in the order of the first column's vital signs. Those that are
    /// of another thing in each column (the rarest class, where the data are others) are not among them but in
    /// unlikeMetrics().
    std::vector<std::string> sharedMetrics() const;
    std::vector<std::string> unlikeMetrics() const;

Q_SIGNALS:
    void changed();

private:
    void add(CompareSource run, int replicate, const QString& name);
    void nameAll();
    void nameBeforeAndNow();
    std::vector<std::string> measuredByAll() const;
    bool haveSameData() const;

    std::vector<CompareSource> m_sources;
    std::vector<std::size_t> m_columns;
};

} // namespace hareloom::ui
