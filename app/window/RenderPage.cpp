// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/RenderPage.h"

#include "ui/export/WriteFile.h"
#include "ui/page/Page.h"

#include <QDir>
#include <QTextStream>

namespace hareloom::app {

Result<void> renderPage(Drawing& drawing)
{
    const Arguments& arguments = drawing.arguments;
    if (!arguments.formats.contains(QLatin1String("page")))
        return {};
    ui::PageRequest request;
    if (arguments.variant.isEmpty() && arguments.chain < 0)
        request.columns = ui::columnsOf(drawing.session);
    else
        request.columns = {{&drawing.session, drawing.chain, {}}};
    request.metrics = drawing.metrics;
    request.generation = arguments.generations.value(0);
    if (const auto made = ui::readProvenance(arguments.render))
        request.made = *made;
    if (!QDir().mkpath(arguments.out))
        return systemError(QStringLiteral("%1 could not be made.").arg(arguments.out).toStdString());
    const QString path = QDir(arguments.out).filePath(QStringLiteral("page.html"));
    if (const auto written = ui::writeBytes(ui::pageHtml(ui::makePage(request)), path); !written)
        return written;
    QTextStream(stdout) << path << Qt::endl;
    return {};
}

} // namespace hareloom::app
