// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/Dataset.h"
#include "tests/TestProgram.h"

#include <QtTest>

#include <numeric>

using namespace hareloom;

namespace {

// Row i holds i + start and -(i + start).
std::shared_ptr<const Table> table(std::int64_t rows, double start = 0)
{
    Matrix values(rows, 2);
    for (std::int64_t i = 0; i < rows; ++i)
        values.row(i) << static_cast<double>(i) + start, -static_cast<double>(i) - start;
    return std::make_shared<Table>(values);
}

struct View
{
    DatasetPtr data;
    std::vector<double> rows; // first variable of each
};

std::vector<double> counting(int first, int end)
{
    std::vector<double> values(static_cast<std::size_t>(end - first));
    std::iota(values.begin(), values.end(), first);
    return values;
}

View viewNamed(const QString& name)
{
    const DatasetPtr whole = concatenate({table(3), table(1, 3), table(6, 4)});
    if (name == "table")
        return {table(10), counting(0, 10)};
    if (name == "concatenation")
        return {whole, counting(0, 10)};
    if (name == "nested concatenation")
        return {concatenate({whole, table(5, 10)}), counting(0, 15)};
    if (name == "selection")
        return {select(table(10), {1, 4, 5, 9}), {1, 4, 5, 9}};
    if (name == "selection of a concatenation")
        return {select(whole, {0, 2, 3, 4, 8}), {0, 2, 3, 4, 8}};
    if (name == "selection of a selection")
        return {select(select(whole, {0, 2, 3, 4, 8}), {1, 2, 4}), {2, 3, 8}};
    return {concatenate({select(whole, {2, 3}), table(2, 100)}), {2, 3, 100, 101}};
}

} // namespace

class DatasetTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void views_data()
    {
        QTest::addColumn<QString>("name");
        for (const char* name :
             {"table", "concatenation", "nested concatenation", "selection", "selection of a concatenation",
              "selection of a selection", "concatenation of a selection"})
            QTest::newRow(name) << name;
    }

    void anyRangeReadsLikeTheMatrix_data() { views_data(); }
    void anyRangeReadsLikeTheMatrix()
    {
        QFETCH(QString, name);
        const View view = viewNamed(name);
        const std::int64_t n = view.data->rows();
        QCOMPARE(n, std::ssize(view.rows));
        QCOMPARE(view.data->dimension(), 2);
        for (std::int64_t first = 0; first <= n; ++first)
            for (std::int64_t count = 0; first + count <= n; ++count) {
                Matrix out = Matrix::Constant(count + 2, 2, 77);
                view.data->read(first,
                                out.middleRows(1, count)); // a block of a larger matrix: columns are apart
                for (std::int64_t i = 0; i < count; ++i) {
                    QCOMPARE(out(i + 1, 0), view.rows[static_cast<std::size_t>(first + i)]);
                    QCOMPARE(out(i + 1, 1), -view.rows[static_cast<std::size_t>(first + i)]);
                }
                QVERIFY(out.row(0).isConstant(77) && out.row(count + 1).isConstant(77));
            }
    }

    void anyPlacesGatherLikeTheMatrix_data() { views_data(); }
    void anyPlacesGatherLikeTheMatrix()
    {
        QFETCH(QString, name);
        const View view = viewNamed(name);
        for (unsigned mask = 0; mask < (1u << std::min<std::size_t>(10, view.rows.size())); ++mask) {
            std::vector<std::int64_t> places;
            for (std::int64_t i = 0; i < 10; ++i)
                if (mask >> i & 1)
                    places.push_back(i);
            Matrix out(std::ssize(places), 2);
            view.data->gather(places, out);
            for (std::size_t i = 0; i < places.size(); ++i)
                QCOMPARE(out(static_cast<Eigen::Index>(i), 0),
                         view.rows[static_cast<std::size_t>(places[i])]);
        }
    }

    void onlyAConcatenationHasParts()
    {
        const DatasetPtr a = table(3), b = table(4);
        const DatasetPtr both = concatenate({a, b});
        QCOMPARE(both->parts().size(), std::size_t{2});
        QVERIFY(both->parts()[0] == a && both->parts()[1] == b);
        QVERIFY(a->parts().empty() && select(a, {0})->parts().empty());
        QVERIFY(concatenate({a}) == a);
    }

    void aTablesMatrixIsNotCopied()
    {
        const DatasetPtr data = table(3);
        QCOMPARE(toMatrix(data).get(), data->matrix());
        QVERIFY(toMatrix(select(data, {0, 2}))->isApprox((Matrix(2, 2) << 0, 0, 2, -2).finished()));
        QVERIFY(select(data, {0})->matrix() == nullptr);
    }

    void theMatrixKeepsItsDatasetAlive()
    {
        std::shared_ptr<const Matrix> matrix = toMatrix(table(100));
        QCOMPARE((*matrix)(99, 0), 99.0);
    }
};

HARELOOM_TEST(DatasetTest)
#include "DatasetTest.moc"
