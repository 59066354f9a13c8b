// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/AxisWishes.h"

namespace hareloom::ui {

namespace {

AxisWishScope* inForce = nullptr;

} // namespace

AxisWishScope::AxisWishScope(const AxisWishes& wishes) : m_before(inForce), m_wishes(wishes)
{
    inForce = this;
}

AxisWishScope::~AxisWishScope()
{
    inForce = m_before;
}

AxisWishScope* AxisWishScope::present()
{
    return inForce;
}

void AxisWishScope::notePainted(const AxisRange& x, const AxisRange& y)
{
    m_paintedX = x;
    m_paintedY = y;
}

} // namespace hareloom::ui
