// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/Export.h"

namespace hareloom {

/// Reads the labels of rows in their order.
class LabelReader
{
public:
    /// `labels` outlives the reader.
    explicit LabelReader(const RowLabels& labels) : m_labels(labels) {}

    /// Of the next row; empty where rows have none.
    const std::vector<std::string>& next()
    {
        while (m_run < m_labels.runs.size() && m_read == m_labels.runs[m_run].rows) {
            ++m_run;
            m_read = 0;
        }
        ++m_read;
        return m_run < m_labels.runs.size() ? m_labels.runs[m_run].cells : m_none;
    }

private:
    const RowLabels& m_labels;
    std::size_t m_run = 0;
    std::int64_t m_read = 0; // of this run
    std::vector<std::string> m_none;
};

} // namespace hareloom
