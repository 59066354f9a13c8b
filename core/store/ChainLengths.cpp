// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/SessionWriter.h"
#include "core/store/WholeChains.h"

namespace hareloom {

namespace {

/// Takes in pieces of chains in their order, and finds what is out of it.
class Lengths
{
public:
    explicit Lengths(const ChainPlan& plan) : m_plan(plan) {}

    /// False where something is wrong: the rest need not be read.
    bool add(std::int64_t chain, std::int64_t first, std::int64_t count)
    {
        constexpr std::int64_t most = 1 << 30;
        m_isSound = m_isSound && count >= 1 && count <= most && first >= 0 && first <= most &&
                    outOfRange(m_plan, chain, first + count - 1).empty();
        if (!m_isSound)
            return false;
        if (m_lengths.size() <= static_cast<std::size_t>(chain))
            m_lengths.resize(static_cast<std::size_t>(chain) + 1);
        int& length = m_lengths[static_cast<std::size_t>(chain)];
        m_isSound = (length == 0 ? m_plan.firstOwn(static_cast<ChainIndex>(chain)) : length) == first;
        length = static_cast<int>(first + count);
        return m_isSound;
    }

    Result<std::vector<int>> result(const std::string& path) &&
    {
        if (!m_isSound || !haveParents())
            return invalidFile(
                path + ": the session is damaged (its generations are out of order, or some are missing); "
                       "'hareloom-cli verify' lists what is wrong.");
        return std::move(m_lengths);
    }

private:
    /// Whether each branch finds what it shares.
    bool haveParents() const
    {
        const std::vector<int> whole = wholeLengths(m_plan, m_lengths);
        for (std::size_t c = 0; c < m_lengths.size(); ++c) {
            const auto chain = static_cast<ChainIndex>(c);
            if (const auto parent = m_plan.parentOf(chain); parent && m_lengths[c] > 0)
                if (whole[static_cast<std::size_t>(*parent)] < m_plan.firstOwn(chain))
                    return false;
        }
        return true;
    }

    const ChainPlan& m_plan;
    std::vector<int> m_lengths; // where its own generations end
    bool m_isSound = true;
};

template<class Add>
Result<std::vector<int>> readLengths(const Database& database, const ChainPlan& plan, const char* sql,
                                     const Add& add)
{
    Result<Statement> rows = database.prepare(sql);
    if (!rows)
        return rows.error();
    Lengths lengths(plan);
    for (;;) {
        const Result<bool> row = rows->step();
        if (!row)
            return row.error();
        if (!*row || !add(lengths, *rows))
            return std::move(lengths).result(database.path());
    }
}

} // namespace

Result<std::vector<int>> lengthsInBlocks(const Database& database, const ChainPlan& plan)
{
    return readLengths(database, plan, "SELECT place, count FROM blocks ORDER BY place",
                       [](Lengths& lengths, const Statement& row) {
                           const std::int64_t place = row.integer(0);
                           return lengths.add(place >> kIndexBits,
                                              place & ((std::int64_t{1} << kIndexBits) - 1), row.integer(1));
                       });
}

Result<std::vector<int>> lengthsInOldTables(const Database& database, const ChainPlan& plan)
{
    return readLengths(database, plan, "SELECT chain, idx FROM generations ORDER BY chain, idx",
                       [](Lengths& lengths, const Statement& row) {
                           return lengths.add(row.integer(0), row.integer(1), 1);
                       });
}

} // namespace hareloom
