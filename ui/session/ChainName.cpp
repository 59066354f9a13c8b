// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/ChainName.h"

#include "ui/language/EngineWords.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace hareloom::ui {

QString chainName(const LabSession& session, ChainIndex chain)
{
    const auto each = std::max<std::int64_t>(1, session.experiment().chains);
    QStringList parts;
    if (session.variants().size() > 1)
        parts << engineWords(EngineList::Preset, session.experimentOf(chain).title);
    if (each > 1)
        parts << QCoreApplication::translate("ChainName", "chain %1").arg(chain % each + 1);
    return parts.join(QStringLiteral(" · "));
}

} // namespace hareloom::ui
