// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/stage/StageScene.h"
#include "ui/vitals/TheoryLoader.h"

namespace hareloom::ui {

/// Brings theory's curve into the view of all chains: computed beside the GUI thread, whenever another
/// quantity or another variant is looked at. GUI thread.
class FanTheory : public QObject
{
    Q_OBJECT
public:
    /// `scene` outlives this.
    explicit FanTheory(StageScene& scene, QObject* parent = nullptr);

    /// Another theory than the engine's.
    void setTheory(TheoryCurve theory) { m_theory = std::move(theory); }
    /// Looks at what is shown now.
    void adapt(const StageOptions& options);
    /// Another experiment: what was computed is void.
    void forget();
    /// Returns when the curve is there.
    void wait() { m_loader.wait(); }

Q_SIGNALS:
    void changed();

private:
    StageScene& m_scene;
    TheoryCurve m_theory = theoryOf;
    TheoryLoader m_loader;
    Quantity m_quantity;  // that is being computed
    std::string m_loaded; // what was last asked for: variant and quantity
};

/// Theory's curve into a view of all chains that goes on as it is, at once: for films.
void bringFanTheory(StageScene& scene, const StageOptions& options);

} // namespace hareloom::ui
