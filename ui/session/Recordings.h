// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace hareloom::ui {

/// Automatic recordings that stay whatever comes: the newest ones.
inline constexpr int kRecordingsKept = 50;

/// Marks a recording as one that the user has opened: it is never deleted.
void keepRecording(const QString& path);

/// With the weights beside it. False when it cannot be deleted.
bool deleteRecording(const QString& path);

/// Deletes the recordings in `folder`, with the weights beside them, that are neither among the `newest`, by
/// their names, which begin with their date, nor in `kept`, nor marked by keepRecording(). Returns what it
/// deleted; what cannot be deleted stays. Looks at no file but "<date> <time> ... .hareloom". One in which
/// no generation was finished, and which no window writes to, is deleted whatever its age.
QStringList pruneRecordings(const QString& folder, const QStringList& kept, int newest = kRecordingsKept);

} // namespace hareloom::ui
