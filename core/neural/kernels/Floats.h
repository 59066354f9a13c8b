// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <new>
#include <vector>

namespace hareloom::neural {

/// Memory on a cache line's border, so that a run's sums do not depend on where its arrays happen to lie.
template<class T>
struct AlignedAllocator
{
    using value_type = T;
    static constexpr std::align_val_t kBorder{64};

    AlignedAllocator() = default;
    template<class U>
    AlignedAllocator(const AlignedAllocator<U>&)
    {
    }
    T* allocate(std::size_t count) { return static_cast<T*>(::operator new(count * sizeof(T), kBorder)); }
    void deallocate(T* memory, std::size_t) { ::operator delete(memory, kBorder); }
    bool operator==(const AlignedAllocator&) const { return true; }
};

template<class T>
using Aligned = std::vector<T, AlignedAllocator<T>>;
using Floats = Aligned<float>;

} // namespace hareloom::neural
