// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/address/ViewWords.h"

#include "ui/plot/ViewText.h"

#include <QCoreApplication>

#include <array>

namespace hareloom::ui {

namespace {

/// A word of core/address/Address.h, and the translation that shows it.
struct ViewWord
{
    std::string_view word;
    const char *context, *name;
};

constexpr std::array kWords = {
    ViewWord{"density", "DensityStage", "Density"},
    ViewWord{"density", "ScatterStage", "Density"},
    ViewWord{"all-generations", "DensityStage", "All generations"},
    ViewWord{"density-and-rows", "ScatterStage", "Density and rows"},
    ViewWord{"rows", "ScatterStage", "Rows"},
    ViewWord{"frequencies", "DiscreteStage", "Frequencies"},
    ViewWord{"lost", "DiscreteStage", "What is lost"},
    ViewWord{"lost", "TextStage", "What is lost"},
    ViewWord{"lifetimes", "DiscreteStage", "Lifetimes"},
    ViewWord{"samples", "ImageStage", "Samples"},
    ViewWord{"latents", "ImageStage", "Latents"},
    ViewWord{"classes", "ImageStage", "Classes"},
    ViewWord{"pages", "TextStage", "Pages"},
    ViewWord{"difference", "TextStage", "Difference"},
    ViewWord{"perplexity", "TextStage", "Perplexity"},
    ViewWord{"topics", "TextStage", "Topics"},
    ViewWord{"chains", "ChainsStage", "Chains"},
    ViewWord{"compare", "ViewWords", QT_TRANSLATE_NOOP("ViewWords", "Comparison")},
    ViewWord{"present", "ViewWords", QT_TRANSLATE_NOOP("ViewWords", "Presentation")}};

QString shown(const ViewWord& one)
{
    return QCoreApplication::translate(one.context, one.name);
}

} // namespace

std::string viewWord(const QString& mode)
{
    for (const ViewWord& one : kWords)
        if (shown(one) == mode)
            return std::string(one.word);
    return {};
}

QString viewName(std::string_view word)
{
    for (const ViewWord& one : kWords)
        if (one.word == word)
            return shown(one);
    return fromView(word);
}

} // namespace hareloom::ui
