// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/WriteFile.h"

#include <QCoreApplication>
#include <QSaveFile>

namespace hareloom::ui {

Result<void> writeBytes(const QByteArray& bytes, const QString& path)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return systemError(QCoreApplication::translate("Figures", "%1 could not be written: %2")
                               .arg(path, file.errorString())
                               .toStdString());
    return {};
}

} // namespace hareloom::ui
