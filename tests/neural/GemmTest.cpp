// SPDX-License-Identifier: GPL-3.0-or-later
// Matrix products of our own, against sums in double precision.
#include "core/neural/kernels/Gemm.h"
#include "core/base/Rng.h"
#include "tests/TestProgram.h"

#include <QtTest>

#include <bit>
#include <cmath>
#include <cstring>

using namespace hareloom;
using namespace hareloom::neural;

namespace {

Floats randomFloats(std::int64_t count, Seed seed)
{
    Rng rng(seed);
    Floats values(static_cast<std::size_t>(count));
    for (float& value : values)
        value = static_cast<float>(rng.uniform() - 0.5);
    return values;
}

/// To bfloat16, the nearest, ties to even: the upper half of the bits.
Floats rounded(Floats values)
{
    for (float& value : values) {
        const auto bits = std::bit_cast<std::uint32_t>(value);
        value = std::bit_cast<float>((bits + 0x7FFFu + ((bits >> 16) & 1u)) & 0xFFFF0000u);
    }
    return values;
}

} // namespace

class GemmTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void productsAreSums_data()
    {
        QTest::addColumn<int>("m");
        QTest::addColumn<int>("n");
        QTest::addColumn<int>("k");
        for (const auto& [m, n, k] : {std::tuple(1, 1, 1),
                                      {5, 64, 32},
                                      {7, 65, 3},
                                      {6, 31, 300},
                                      {270, 130, 257},
                                      {13, 192, 768},
                                      {3, 33, 1},
                                      {64, 8, 64}})
            QTest::addRow("%d %d %d", m, n, k) << m << n << k;
    }
    void productsAreSums()
    {
        QFETCH(int, m);
        QFETCH(int, n);
        QFETCH(int, k);
        const Floats a = randomFloats(m * k, 1), b = randomFloats(k * n, 2), bias = randomFloats(n, 3),
                     addend = randomFloats(m * n, 4);
        for (const bool aIsTransposed : {false, true})
            for (const bool bIsTransposed : {false, true})
                for (const bool isPacked : {false, true})
                    for (const bool hasExtras : {false, true}) {
                        const MatrixRef ra{a.data(), aIsTransposed ? 1 : k, aIsTransposed ? m : 1},
                            rb{b.data(), bIsTransposed ? 1 : n, bIsTransposed ? k : 1};
                        const GemmExtras extras =
                            hasExtras ? GemmExtras{bias.data(), addend.data(), n, true} : GemmExtras{};
                        Floats c(static_cast<std::size_t>(m * n + 1), 77.0F);
                        if (isPacked)
                            gemm(m, ra, PackedMatrix(rb, k, n), c.data(), n, extras);
                        else
                            gemm(m, n, k, ra, rb, c.data(), n, extras);
                        QCOMPARE(c.back(), 77.0F);
                        for (int i = 0; i < m; ++i)
                            for (int j = 0; j < n; ++j) {
                                double sum =
                                    hasExtras
                                        ? static_cast<double>(bias[static_cast<std::size_t>(j)]) +
                                              static_cast<double>(addend[static_cast<std::size_t>(i * n + j)])
                                        : 0;
                                for (int s = 0; s < k; ++s)
                                    sum +=
                                        static_cast<double>(ra.data[i * ra.rowStride + s * ra.columnStride]) *
                                        static_cast<double>(rb.data[s * rb.rowStride + j * rb.columnStride]);
                                sum = hasExtras ? std::max(0.0, sum) : sum;
                                QVERIFY(std::abs(static_cast<double>(c[static_cast<std::size_t>(i * n + j)]) -
                                                 sum) < 2e-5);
                            }
                    }
    }

    void halfProductsAreSumsOfRoundedFactors_data() { productsAreSums_data(); }
    void halfProductsAreSumsOfRoundedFactors()
    {
        if (!multipliesHalves())
            QSKIP("this processor has no products of bfloat16");
        QFETCH(int, m);
        QFETCH(int, n);
        QFETCH(int, k);
        const Floats a = randomFloats(m * k, 1), b = randomFloats(k * n, 2), bias = randomFloats(n, 3);
        const Floats aRounded = rounded(a), bRounded = rounded(b);
        for (const bool aIsTransposed : {false, true})
            for (const bool bIsTransposed : {false, true}) {
                const auto refOf = [](const Floats& x, bool isTransposed, std::int64_t rows,
                                      std::int64_t columns) {
                    return MatrixRef{x.data(), isTransposed ? 1 : columns, isTransposed ? rows : 1};
                };
                const MatrixRef ra = refOf(a, aIsTransposed, m, k), rb = refOf(b, bIsTransposed, k, n);
                // The same from factors that are rounded already, in 32 bits.
                Floats expected(static_cast<std::size_t>(m * n)), c(expected.size() + 1, 77.0F), packed(c);
                gemm(m, n, k, refOf(aRounded, aIsTransposed, m, k), refOf(bRounded, bIsTransposed, k, n),
                     expected.data(), n, {bias.data()});
                gemm(m, n, k, ra, rb, c.data(), n, {bias.data()}, Precision::Bf16);
                PackedMatrix matrix;
                matrix.assign(rb, k, n, Precision::Bf16);
                gemm(m, ra, matrix, packed.data(), n, {bias.data()});
                QCOMPARE(c.back(), 77.0F);
                QVERIFY(c == packed);
                for (std::size_t i = 0; i < expected.size(); ++i)
                    QVERIFY2(std::abs(c[i] - expected[i]) < 2e-5F,
                             qPrintable(QString("%1 instead of %2").arg(c[i]).arg(expected[i])));
            }
    }

    // What lets texts be grouped as one likes.
    void rowsDoNotDependOnTheirNeighbours_data()
    {
        QTest::addColumn<bool>("isHalf");
        QTest::newRow("fp32") << false;
        if (multipliesHalves())
            QTest::newRow("bf16") << true;
    }
    void rowsDoNotDependOnTheirNeighbours()
    {
        QFETCH(bool, isHalf);
        constexpr std::int64_t m = 100, n = 200, k = 300;
        const Floats a = randomFloats(m * k, 5), b = randomFloats(k * n, 6);
        PackedMatrix packed;
        packed.assign({b.data(), n, 1}, k, n, isHalf ? Precision::Bf16 : Precision::Fp32);
        Floats all(m * n), one(n);
        gemm(m, {a.data(), k, 1}, packed, all.data(), n);
        for (std::int64_t i = 0; i < m; ++i) {
            gemm(1, {a.data() + i * k, k, 1}, packed, one.data(), n);
            QVERIFY(std::memcmp(one.data(), all.data() + i * n, n * sizeof(float)) == 0);
        }
    }
};

HARELOOM_TEST(GemmTest)
#include "GemmTest.moc"
