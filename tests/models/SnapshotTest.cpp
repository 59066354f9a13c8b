// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/family/Snapshot.h"
#include "core/families/discrete/CategoricalSnapshot.h"
#include "core/families/normal/NormalMixtureSnapshot.h"
#include "core/recipe/Families.h"
#include "tests/TestProgram.h"

#include <nlohmann/json.hpp>

#include <QtTest>

using namespace hareloom;
using nlohmann::json;

namespace {

json good()
{
    return toJson(
        NormalMixtureSnapshot({Vector{{0.5, 0.5}}, Matrix{{0, 1}, {2, 3}}, {Matrix{{1, 0}, {0, 1}}}}));
}

json bytes(std::size_t count)
{
    return json::binary(std::vector<std::uint8_t>(count));
}

} // namespace

class SnapshotTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anExtremeValueSurvives()
    {
        const Vector p{{5e-324, 0.1, 1 - 0.1, 0, 1.0 / 3}};
        const auto back = snapshotFromJson(json::from_cbor(json::to_cbor(toJson(CategoricalSnapshot({p})))));
        QVERIFY(back && (*back)->categorical()->probabilities == p);
        QVERIFY(!(*back)->normalMixture());
    }

    void whatIsOnlyNumbersIsReadBackBitForBit()
    {
        const NormalMixture shapes[] = {
            NormalMixture::single(0.1, 5e-324),
            {Vector{{0.25, 0.75}}, Matrix{{0, 1}, {2, 3}}, {Matrix{{1, 0.5}, {0.5, 1}}}},
            {Vector::Constant(3, 1.0 / 3), Matrix{{-0.0}, {1}, {2}}, {Matrix{{0.5}}}},
            {Vector{{0.5, 0.5}}, Matrix{{0}, {1}}, {Matrix{{1}}, Matrix{{2}}}}};
        ModelNumbers numbers;
        for (const NormalMixture& shape : shapes) {
            const NormalMixtureSnapshot snapshot(shape);
            QVERIFY(snapshot.toNumbers(numbers));
            const auto back = readNormalMixtureNumbers(numbers.sizes, numbers.values);
            QVERIFY2(back.ok(), back ? "" : back.error().message.c_str());
            QVERIFY(toJson(**back) == toJson(snapshot));
        }
        QCOMPARE(numbers.values.size(), std::size_t{4}); // weights that are even are known from their count
        const CategoricalSnapshot states({Vector{{5e-324, 1 - 0.1, 0}}});
        QVERIFY(states.toNumbers(numbers) && numbers.sizes.empty());
        const auto back = readCategoricalNumbers(numbers.sizes, numbers.values);
        QVERIFY(back && toJson(**back) == toJson(states));
    }

    void numbersThatDoNotFitTheirSizesAreRefused()
    {
        constexpr std::int64_t huge = std::int64_t{1} << 62;
        const double nan = std::numeric_limits<double>::quiet_NaN();
        const std::vector<std::pair<std::vector<std::int64_t>, std::vector<double>>> bad = {
            {{}, {0, 1}},
            {{1, 1, 1}, {0, 1}},
            {{1, 1, 1, 0}, {0}},
            {{1, 1, 1, 0}, {0, 1, 2}},
            {{0, 1, 1, 0}, {1}},
            {{1, 1, 2, 0}, {0, 1, 2}},
            {{-1, 1, 1, 0}, {0}},
            {{huge, huge, 1, 0}, {0, 1}},
            {{1, 2, 1, 0}, {0}},
            {{2, 1, 1, 1}, {1, 0, 1, 1}},
            {{1, 1, 1, 0}, {nan, 1}},
            {{1, 1, 1, 1}, {-1, 0, 1}}};
        for (const auto& [sizes, values] : bad) {
            const auto read = readNormalMixtureNumbers(sizes, values);
            QVERIFY(!read && read.error().kind == ErrorKind::InvalidFile);
        }
        QVERIFY(!readCategoricalNumbers({}, {}));
        QVERIFY(!readCategoricalNumbers({}, std::vector<double>{0.5, -0.5}));
        QVERIFY(!readCategoricalNumbers(std::vector<std::int64_t>{2}, std::vector<double>{0.5, 0.5}));
    }

    void modelsOfOtherDataAreNotAlike()
    {
        const NormalMixtureSnapshot one(NormalMixture::single(0, 1)), other(NormalMixture::single(3, 2)),
            plane({Vector{{1}}, Matrix{{0, 0}}, {Matrix{{1, 0}, {0, 1}}}});
        const CategoricalSnapshot two({Vector{{0.5, 0.5}}}), three({Vector{{0.5, 0.5, 0}}});
        QVERIFY(one.isAlike(other) && two.isAlike(two));
        QVERIFY(!one.isAlike(plane) && !one.isAlike(two) && !two.isAlike(one) && !two.isAlike(three));
    }

    void damageIsRefused_data()
    {
        QTest::addColumn<QByteArray>("change");
        for (const char* change :
             {R"({"kind": "other"})", R"({"kind": 3})", R"({"components": 3})", R"({"components": 0})",
              R"({"components": -1})", R"({"components": 1e300})", R"({"components": "2"})",
              R"({"dimension": 1})", R"({"dimension": 1099511627776})", R"({"covarianceCount": 3})",
              R"({"covarianceCount": 1099511627776, "dimension": 1099511627776})",
              R"({"covarianceCount": 16777216, "dimension": 1099511627776})", R"({"weights": [0.5, 0.5]})",
              R"({"means": null})"})
            QTest::newRow(change) << QByteArray(change);
    }
    void damageIsRefused()
    {
        QFETCH(QByteArray, change);
        json damaged = good();
        damaged.update(json::parse(change.toStdString()));
        const auto read = snapshotFromJson(damaged);
        QVERIFY(!read && read.error().kind == ErrorKind::InvalidFile);
        QVERIFY(read.error().message.starts_with("found"));
    }

    void missingAndCutArraysAreRefused()
    {
        for (const char* key :
             {"kind", "components", "dimension", "covarianceCount", "weights", "means", "covariances"}) {
            json damaged = good();
            damaged.erase(key);
            QVERIFY2(!snapshotFromJson(damaged), key);
        }
        for (const char* key : {"weights", "means", "covariances"})
            for (const std::size_t size : {0u, 1u, 7u, 8u, 15u, 17u, 31u, 33u, 40u, 64u}) {
                json damaged = good();
                damaged[key] = bytes(size);
                QVERIFY2(!snapshotFromJson(damaged), key);
            }
    }

    void whatIsNotFiniteIsRefused()
    {
        json damaged = good();
        damaged["means"] = json::binary(std::vector<std::uint8_t>(32, 0xff)); // NaN
        QVERIFY(!snapshotFromJson(damaged));
        QVERIFY(!snapshotFromJson(toJson(CategoricalSnapshot({Vector{{1.5, -0.5}}}))));
    }

    void whatIsNoObjectIsRefused()
    {
        for (const char* text : {"null", "[]", "3", "\"normalMixture\"", "{}"})
            QVERIFY2(!snapshotFromJson(json::parse(text)), text);
    }
};

HARELOOM_TEST(SnapshotTest)
#include "SnapshotTest.moc"
