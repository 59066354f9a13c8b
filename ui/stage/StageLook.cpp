// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/stage/StageLook.h"

#include "core/data/SourceKinds.h"

namespace hareloom::ui {

void StageLook::take(StageOptions options)
{
    if (options == m_options)
        return;
    const bool isMove = wholeView(options) == wholeView(m_options);
    m_options = std::move(options);
    if (isMove)
        Q_EMIT moved();
    else
        Q_EMIT changed();
}

void StageLook::set(const StageOptions& options)
{
    m_options = options.mode == m_options.mode ? options : wholeView(options);
    Q_EMIT changed();
}

void StageLook::setMode(int mode)
{
    StageOptions options = m_options;
    options.mode = mode;
    set(options);
}

void StageLook::setAxesLocked(bool areLocked)
{
    StageOptions options = m_options;
    options.axesLocked = areLocked;
    take(std::move(options));
}

void StageLook::setLogScale(bool isLog)
{
    StageOptions options = m_options;
    options.logScale = isLog;
    take(std::move(options));
}

void StageLook::setZoom(const ZoomWindow& zoom)
{
    StageOptions options = m_options;
    options.zoom = zoom;
    take(std::move(options));
}

void StageLook::setQuantity(const std::string& key)
{
    StageOptions options = m_options;
    options.quantity = key;
    options.zoom = {};
    take(std::move(options));
}

void StageLook::setChoice(int choice)
{
    StageOptions options = m_options;
    options.choice = choice;
    options.scroll = 0;
    take(std::move(options));
}

void StageLook::setBeforeOnly(bool beforeOnly)
{
    StageOptions options = m_options;
    options.beforeOnly = beforeOnly;
    take(std::move(options));
}

void StageLook::setScroll(int lines)
{
    StageOptions options = m_options;
    options.scroll = lines;
    take(std::move(options));
}

StageOptions wholeView(StageOptions options)
{
    options.zoom = {};
    options.scroll = 0;
    return options;
}

StageOptions firstLook(const Experiment& experiment)
{
    StageOptions options;
    options.logScale = kindOf(experiment.source).isAllTail;
    return options;
}

} // namespace hareloom::ui
