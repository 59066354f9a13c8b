// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/Experiment.h"

#include <QString>

#include <optional>

namespace hareloom::ui {

/// The quick experiment on somebody's own images, ready to run: a folder of PNGs, or of folders of them, one
/// a class; a folder with MNIST's files; an IDX file, by its name. Nothing where there are no images. Looks
/// at names only.
std::optional<Experiment> experimentOnImages(const QString& path);

} // namespace hareloom::ui
