// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/families/image/VaeSnapshot.h"
#include "core/recipe/Families.h"
#include "core/tensors/Safetensors.h"
#include "tests/TestProgram.h"

#include <nlohmann/json.hpp>

#include <QtTest>

#include <cmath>

using namespace hareloom;

namespace {

VaeSnapshot::Weights counted(const VaeArchitecture& a)
{
    auto weights = std::make_shared<std::vector<float>>(static_cast<std::size_t>(parameterCount(a)));
    for (std::size_t i = 0; i < weights->size(); ++i)
        (*weights)[i] = static_cast<float>(i) * 0.25F;
    return weights;
}

const VaeArchitecture kSmall{ImageNetwork::Dense, 4, 4, 2, 3};

} // namespace

class VaeSnapshotTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Shumailov et al. 2024, code of the MNIST experiment.
    void thePapersNetworkHasItsParameters()
    {
        QCOMPARE(parameterCount({ImageNetwork::Convolutional, 28, 28, 20, 1}), std::int64_t{647'081});
    }

    void denseParametersAreCounted()
    {
        // 16 to 3, 3 to 2 and 2, 2 to 3, 3 to 16, each with its biases.
        QCOMPARE(parameterCount(kSmall),
                 std::int64_t{16 * 3 + 3 + 2 * (3 * 2 + 2) + 2 * 3 + 3 + 3 * 16 + 16});
    }

    void arraysLieOneBehindTheOther()
    {
        for (const auto network : {ImageNetwork::Dense, ImageNetwork::Convolutional}) {
            std::int64_t at = 0;
            for (const ParameterShape& array : parametersOf({network, 28, 28, 20, 256})) {
                QCOMPARE(array.offset, at);
                at += array.size();
            }
        }
    }

    void aSafetensorsFileIsAsItsFormatSays()
    {
        const auto bytes = toSafetensors({{{"w", {2}, {1.5F, -2}}}, {}});
        const std::string header = R"({"w":{"data_offsets":[0,8],"dtype":"F32","shape":[2]}})";
        const std::size_t length = (header.size() + 7) / 8 * 8;
        QCOMPARE(bytes.size(), 8 + length + 8);
        QCOMPARE(static_cast<std::size_t>(bytes[0]), length);
        QCOMPARE(
            std::string(bytes.begin() + 8, bytes.begin() + 8 + static_cast<std::ptrdiff_t>(header.size())),
            header);
        const auto read = readSafetensors(bytes);
        QVERIFY(read);
        QCOMPARE(read->tensors.at(0).values, (std::vector<float>{1.5F, -2}));
    }

    void falseSafetensorsAreRefused_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<int>("numbers");
        const auto row = [](const char* title, const char* header, int numbers) {
            QTest::newRow(title) << QByteArray(header) << numbers;
        };
        row("overlap",
            R"({"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"b":{"dtype":"F32","shape":[2],"data_offsets":[4,12]}})",
            3);
        row("gap", R"({"a":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}})", 2);
        row("tail", R"({"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}})", 2);
        row("beyond the end", R"({"a":{"dtype":"F32","shape":[4],"data_offsets":[0,16]}})", 2);
        row("shape of another size", R"({"a":{"dtype":"F32","shape":[3],"data_offsets":[0,8]}})", 2);
        row("overflow", R"({"a":{"dtype":"F32","shape":[4294967296,4294967296],"data_offsets":[0,0]}})", 0);
        row("negative", R"({"a":{"dtype":"F32","shape":[-1],"data_offsets":[0,4]}})", 1);
        row("another type", R"({"a":{"dtype":"F16","shape":[2],"data_offsets":[0,4]}})", 1);
        row("no JSON", "{]", 0);
        row("no object", "[1]", 0);
    }
    void falseSafetensorsAreRefused()
    {
        QFETCH(QByteArray, header);
        QFETCH(int, numbers);
        std::vector<std::uint8_t> bytes(8);
        bytes[0] = static_cast<std::uint8_t>(header.size());
        bytes.insert(bytes.end(), header.begin(), header.end());
        bytes.resize(bytes.size() + 4 * static_cast<std::size_t>(numbers));
        const auto read = readSafetensors(bytes);
        QVERIFY(!read);
        QVERIFY(read.error().message.starts_with("found a safetensors file"));
    }

    void aHeaderLongerThanTheFileIsRefused()
    {
        const std::vector<std::uint8_t> bytes = {255, 255, 255, 255, 255, 255, 255, 127, '{', '}'};
        QVERIFY(!readSafetensors(bytes));
    }

    void comesBackFromJsonWithAndWithoutWeights()
    {
        const VaeSnapshot whole(kSmall, counted(kSmall),
                                {std::vector<std::uint8_t>(32, 9), {1, 2}, {3}, {1, 0, 0, 1}});
        nlohmann::json object = nlohmann::json::from_cbor(nlohmann::json::to_cbor(toJson(whole)));
        const auto read = snapshotFromJson(object);
        QVERIFY2(read.ok(), read ? "" : read.error().message.c_str());
        QVERIFY(*asVae(**read)->weights() == *whole.weights() && asVae(**read)->view() == whole.view());
        nlohmann::json crooked = object;
        crooked["plane"] = nlohmann::json::binary({1, 2, 3, 4}); // of one number, where four belong
        QVERIFY(!snapshotFromJson(crooked));
        object.erase("plane"); // as older sessions are
        QVERIFY(snapshotFromJson(object));
        object.erase("weights");
        const auto light = snapshotFromJson(object);
        QVERIFY(light && !asVae(**light)->weights());
        QCOMPARE(asVae(**light)->wallImages(), 2);
    }

    void weightsOfAnotherNetworkAreRefused()
    {
        const VaeSnapshot snapshot(kSmall, counted(kSmall), {});
        VaeArchitecture other = kSmall;
        other.hidden = 4;
        QVERIFY(readWeights(weightsFile(snapshot), kSmall));
        QVERIFY(!readWeights(weightsFile(snapshot), other));
        auto broken = std::make_shared<std::vector<float>>(*snapshot.weights());
        broken->at(3) = std::nanf("");
        QVERIFY(!readWeights(weightsFile(VaeSnapshot(kSmall, broken, {})), kSmall));
    }
};

HARELOOM_TEST(VaeSnapshotTest)
#include "VaeSnapshotTest.moc"
