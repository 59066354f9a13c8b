// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sources/RowCounter.h"

#include "ui/language/EngineSentence.h"

namespace hareloom::ui {

RowCounter::RowCounter(QObject* parent)
    : QObject(parent), m_job("The table could not be read", [this](const Result<CsvCount>& found) {
          if (found)
              Q_EMIT counted(*found);
          else
              Q_EMIT refused(engineSentence(found.error().message));
      })
{
}

void RowCounter::count(const std::string& path, const CsvOptions& options, bool numbers)
{
    m_job.start([path, options, numbers](const StopToken& stop) {
        return countCsvRows(path, options, numbers, stop);
    });
}

} // namespace hareloom::ui
