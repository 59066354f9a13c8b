// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/address/AddressedExperiment.h"
#include "ui/playback/GenerationCursor.h"
#include "ui/session/LabSession.h"

QT_BEGIN_NAMESPACE
class QAction;
QT_END_NAMESPACE

namespace hareloom::ui {

struct Actions;
class ComparisonController;
class SaveController;
class StageLook;
class StageScene;
class ViewController;
class VitalsColumn;

/// As what a run can be copied; the first five are languages of core/snippet/Snippet.h, in their order.
enum class CopyAs { Shell, Python, R, Pgfplots, Methods, Bibtex, Json };

/// Puts on the clipboard what somebody takes to a terminal, a script, a paper or a slide: code that makes the
/// chart again, references, and the address of the moment that is shown.
class CopyController : public QObject
{
    Q_OBJECT
public:
    struct Parts
    {
        const LabSession& session;
        const SaveController& saves;
        const GenerationCursor& cursor;
        const StageScene& scene;
        const StageLook& look;
        const ViewController& view;
        const ComparisonController& comparison;
        const VitalsColumn& vitals;
        QWidget& window;
    };

    /// All outlive this.
    CopyController(const Parts& parts, const Actions& actions);

    /// `metric`: whose chart; empty: the first that is shown.
    void copy(CopyAs as, const std::string& metric = {});
    /// Of what is shown now: experiment, chain, generation and view. That it is being presented is left out:
    /// who opens what hangs on the wall wants it on a desk. Errors: those of addressOf().
    Result<Address> address() const;

Q_SIGNALS:
    /// Why nothing was copied, or what to know of it.
    void said(const QString& sentence);
    /// Why there is no address, and what can be copied instead.
    void hinted(const QString& sentence, const QList<QAction*>& remedies);

private:
    void copyAddress();
    void showQr();
    QString sessionFile() const;
    Result<std::string> snippet(CopyAs as, const std::string& metric) const;
    std::string usualMetric() const;

    Parts m_parts;
    QAction* m_copyJson;
};

} // namespace hareloom::ui
