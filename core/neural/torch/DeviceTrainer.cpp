// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/neural/torch/DeviceTrainer.h"

#include "core/neural/language/train/ShrinkingBatch.h"
#include "core/neural/language/train/TrainingCourse.h"
#include "core/neural/torch/Card.h"
#include "core/neural/torch/DeviceAdamW.h"
#include "core/neural/torch/DeviceForward.h"

#include <ATen/CPUGeneratorImpl.h>
#include <ATen/core/grad_mode.h>

#include <algorithm>
#include <numeric>

namespace hareloom::neural {
namespace {

using at::Tensor;

constexpr std::int64_t kHeard = 16; // steps whose losses are read together
constexpr std::int64_t kScoreTokens = 16'384;

/// Bytes that a training keeps on the device, and that each block computed at once takes beside.
struct DeviceMemory
{
    std::int64_t kept = 0, eachBlock = 0;
};

DeviceMemory trainingMemory(const LanguageArchitecture& a, std::int64_t length, at::ScalarType products)
{
    const std::int64_t each = products == at::kFloat ? 4 : 2;
    // Weights, gradient and two moments; the products' copies of the first two.
    const std::int64_t numbers = parameterCount(a) * (16 + (each == 2 ? 4 : 0));
    // What the tape keeps of a place in a layer: the stream, both norms, query, key and value, attention's
    // result, what goes up; and of the head as many logits as are computed at once.
    const std::int64_t layer = 2 * 4 * a.hidden + each * (8 * a.hidden + 2 * a.ffn) + 4 * a.hidden;
    const std::int64_t head = 2048 * a.vocabulary * (2 * 4 + 2 * each);
    return {numbers + head, length * (a.layers * layer + 16 * a.hidden)};
}

/// A number of blocks that is computed at once: by the plan, or as many as the card has memory for.
std::int64_t microBatchOf(const DeviceMemory& memory, const Card& card, const LanguageTrainingPlan& plan)
{
    if (plan.microBatch > 0)
        return std::min(plan.batch, plan.microBatch);
    const std::int64_t room = std::max(plan.memory, card.freeMemory * 9 / 10 - memory.kept);
    return std::clamp<std::int64_t>(room / memory.eachBlock, 1, plan.batch);
}

class Trainer
{
public:
    Trainer(const at::Device& device, at::ScalarType products, const LanguageLayout& layout,
            const LanguageWeights& start, const TokenBlocks& training, const TokenBlocks& validation,
            const LanguageTrainingPlan& plan, const LanguageTrainingEvents& events, const LanguageWork& work)
        : m_device(device),
          m_layout(layout),
          m_validation(validation),
          m_plan(plan),
          m_events(events),
          m_work(work),
          m_course(training.count(), training.length, plan, events),
          m_flat(flatOn(device, layout.size, events.resume ? events.resume->weights.data() : start->data())),
          m_gradients(gradientsFor(products)),
          m_weights(layout, m_flat, products, &m_gradients),
          m_adam(layout.architecture, plan, ratesOf(m_course), m_flat),
          m_blocks(idsOn(device, training.length, training.ids)),
          m_order(at::zeros({training.count()}, m_blocks.options())),
          m_ids(at::zeros({std::min(plan.batch, training.count()), training.length}, m_blocks.options())),
          m_microBatch(std::min(plan.microBatch, m_ids.size(0))),
          m_heard(at::zeros({kHeard, 2}, m_flat.options().dtype(at::kDouble))),
          m_told(at::zeros({2}, m_heard.options())),
          m_issued(m_course.step())
    {
        if (!events.resume)
            return;
        m_adam.first.copy_(flatOn(device, layout.size, events.resume->firstMoment.data()));
        m_adam.second.copy_(flatOn(device, layout.size, events.resume->secondMoment.data()));
        m_best = events.resume->best;
    }

    Result<TrainedLanguage> run()
    {
        while (!m_course.isOver()) {
            if (!m_work.stop.proceed())
                return stopped();
            issue();
            const bool wantsState =
                m_events.onState && m_events.stateEvery > 0 && m_issued % m_events.stateEvery == 0;
            if (m_course.endsEpoch(m_issued - 1) || wantsState || std::ssize(m_pending) == kHeard)
                if (auto heard = hear(); !heard)
                    return heard.error();
        }
        TrainedLanguage t;
        t.report = m_course.report(m_microBatch, m_weights.products() == at::kFloat ? NumberFormat::Fp32 : NumberFormat::Bf16);
        t.weights = m_best ? m_best : std::make_shared<const std::vector<float>>(copyOf(m_flat));
        return t;
    }

private:
    static std::vector<double> ratesOf(const TrainingCourse& course)
    {
        std::vector<double> rates;
        for (std::int64_t step = 0; step < course.steps(); ++step)
            rates.push_back(course.rateOf(step));
        return rates;
    }

    DeviceGradients gradientsFor(at::ScalarType products) const
    {
        const Tensor fine = at::zeros_like(m_flat);
        return {fine,
                products == at::kFloat ? fine : at::zeros_like(m_flat, m_flat.options().dtype(products))};
    }

    static std::vector<float> copyOf(const Tensor& flat)
    {
        std::vector<float> numbers(static_cast<std::size_t>(flat.numel()));
        at::from_blob(numbers.data(), flat.sizes(), at::kFloat).copy_(flat);
        return numbers;
    }

    /// Puts the next step's tokens where the step reads them; returns its number of blocks.
    std::int64_t lay()
    {
        const std::int64_t inEpoch = m_issued % m_course.perEpoch(),
                           rows = std::ssize(m_course.blocksOf(m_issued));
        if (const std::int64_t epoch = m_issued / m_course.perEpoch(); epoch != m_laidEpoch) {
            m_laidEpoch = epoch;
            const auto order = m_course.orderOf(m_issued);
            m_order.copy_(at::from_blob(const_cast<std::int64_t*>(order.data()), m_order.sizes(), at::kLong));
        }
        Tensor ids = m_ids.narrow(0, 0, rows);
        at::index_select_out(ids, m_blocks, 0, m_order.narrow(0, inEpoch * m_plan.batch, rows));
        return rows;
    }

    /// Hands the next step to the device.
    void issue()
    {
        const std::int64_t rows = lay();
        m_adam.setStep(m_issued);
        seed();
        const auto body = [this, rows] { compute(rows); };
        rows == m_ids.size(0) ? m_graph.run(m_device, body) : body();
        m_heard.select(0, std::ssize(m_pending)).copy_(m_told);
        m_pending.push_back(rows);
        ++m_issued;
    }

    /// Dropout draws from the device's own generator, which nobody else uses meanwhile (OnDevice).
    void seed()
    {
        const LanguageDropout drops = dropoutOf(m_layout.architecture, m_plan, m_issued);
        if (!drops.isOn())
            return;
        at::Generator generator = at::globalContext().defaultGenerator(m_device);
        const std::lock_guard lock(generator.mutex());
        generator.set_current_seed(drops.seed);
    }

    /// One step on what lay() laid; leaves loss and the gradient's length in m_told.
    void compute(std::int64_t rows)
    {
        const LanguageDropout drops = dropoutOf(m_layout.architecture, m_plan, 0);
        const double scale = 1.0 / static_cast<double>(m_course.lossTokens(rows));
        m_gradients.fine.zero_();
        m_weights.refresh();
        m_told.zero_();
        for (std::int64_t at = 0; at < rows; at += m_microBatch)
            accumulate(m_ids.narrow(0, at, std::min(m_microBatch, rows - at)), drops, scale);
        const Tensor length = m_gradients.fine.norm();
        m_told.select(0, 1).copy_(length);
        m_adam.update(m_gradients.fine, length, m_flat);
    }

    void accumulate(const Tensor& ids, const LanguageDropout& drops, double scale)
    {
        const std::int64_t length = ids.size(1), d = m_layout.d;
        const bool hasTwo = !m_gradients.products.is_same(m_gradients.fine);
        if (hasTwo)
            m_gradients.products.zero_();
        Tensor wanted;
        {
            const at::AutoGradMode tape(true);
            wanted = hiddenOn(m_weights, ids, {}, drops, {})
                         .view({-1, length, d})
                         .narrow(1, 0, length - 1)
                         .reshape({-1, d});
        }
        const HeadLoss loss =
            headLossOn(m_weights, wanted.detach(), ids.narrow(1, 1, length - 1).reshape({-1}), scale);
        m_told.select(0, 0).add_(loss.sum);
        wanted.backward(loss.hiddenGradient);
        if (hasTwo)
            m_gradients.fine.add_(m_gradients.products);
    }

    /// Reads what the steps handed over came to, and tells of them.
    Result<void> hear()
    {
        const Tensor told = m_heard.cpu();
        const auto* number = told.data_ptr<double>();
        for (const std::int64_t rows : m_pending) {
            if (auto sound = m_course.took(rows, number[0], number[1]); !sound)
                return sound;
            number += 2;
            if (m_course.endsEpoch(m_course.step() - 1))
                if (auto measured = endEpoch(); !measured)
                    return measured;
            m_course.tell();
            if (m_course.wantsState())
                m_events.onState(state());
        }
        m_pending.clear();
        return {};
    }

    Result<void> endEpoch()
    {
        if (m_validation.count() == 0)
            return {};
        m_weights.refresh();
        const auto means = scoreOn(m_weights, m_validation, m_work.stop, {});
        if (!means)
            return means.error();
        if (m_course.measured(std::accumulate(means->begin(), means->end(), 0.0) /
                              static_cast<double>(means->size())))
            m_best = m_course.isOver() ? nullptr : std::make_shared<const std::vector<float>>(copyOf(m_flat));
        return {};
    }

    LanguageTrainingStatePtr state() const
    {
        auto s = std::make_shared<LanguageTrainingState>(m_course.state());
        s->weights = copyOf(m_flat);
        s->firstMoment = copyOf(m_adam.first);
        s->secondMoment = copyOf(m_adam.second);
        s->best = m_best;
        return s;
    }

    at::Device m_device;
    const LanguageLayout& m_layout;
    const TokenBlocks& m_validation;
    const LanguageTrainingPlan& m_plan;
    const LanguageTrainingEvents& m_events;
    const LanguageWork& m_work;
    TrainingCourse m_course;
    Tensor m_flat;
    DeviceGradients m_gradients;
    DeviceWeights m_weights;
    DeviceAdamW m_adam;
    Tensor m_blocks, m_order, m_ids; // all tokens; the epoch's order; this step's tokens
    std::int64_t m_microBatch;
    Tensor m_heard, m_told; // (kHeard, 2), (2): loss and gradient's length
    std::int64_t m_issued, m_laidEpoch = -1;
    std::vector<std::int64_t> m_pending; // blocks of steps not heard of
    LanguageWeights m_best;
    StepGraph m_graph;
};

} // namespace

NetworkMemory memoryOn(const at::Device& device, at::ScalarType products,
                       const LanguageArchitecture& architecture, const LanguageTrainingPlan& plan,
                       std::int64_t length)
{
    const DeviceMemory memory = trainingMemory(architecture, length, products);
    const Card card = cardOf(device);
    const std::int64_t together = microBatchOf(memory, card, plan);
    NetworkMemory all;
    all.machine =
        2 * parameterCount(architecture) * static_cast<std::int64_t>(sizeof(float)); // start and result
    all.device = memory.kept + together * memory.eachBlock;
    all.deviceLeast = memory.kept + memory.eachBlock;
    all.deviceFree = card.freeMemory;
    all.deviceAll = card.memory;
    return all;
}

Result<std::vector<double>> scoreOn(const DeviceWeights& weights, const TokenBlocks& blocks,
                                    const StopToken& stop, const std::function<void(double)>& onProgress)
{
    const std::int64_t all = blocks.count(), length = blocks.length,
                       together = std::max<std::int64_t>(1, kScoreTokens / length);
    const Tensor ids = idsOn(weights.device(), length, blocks.ids);
    std::vector<double> means;
    for (std::int64_t first = 0; first < all; first += together) {
        if (!stop.proceed())
            return stopped();
        const Tensor rows = ids.narrow(0, first, std::min(together, all - first));
        const Tensor hidden = hiddenOn(weights, rows, {}, {}, {})
                                  .view({-1, length, weights.layout().d})
                                  .narrow(1, 0, length - 1)
                                  .reshape({-1, weights.layout().d});
        const Tensor mean = surpriseOn(weights, hidden, rows.narrow(1, 1, length - 1).reshape({-1}))
                                .view({-1, length - 1})
                                .to(at::kDouble)
                                .mean(1)
                                .cpu();
        means.insert(means.end(), mean.data_ptr<double>(), mean.data_ptr<double>() + mean.numel());
        if (onProgress)
            onProgress(static_cast<double>(std::ssize(means)) / static_cast<double>(all));
    }
    return means;
}

Result<TrainedLanguage> trainOn(const at::Device& device, at::ScalarType products,
                                const LanguageLayout& layout, const LanguageWeights& start,
                                const TokenBlocks& training, const TokenBlocks& validation,
                                const LanguageTrainingPlan& plan, const LanguageTrainingEvents& events,
                                const LanguageWork& work)
{
    const DeviceMemory memory = trainingMemory(layout.architecture, training.length, products);
    const Card card = cardOf(device);
    if (card.memory > 0 && memory.kept + memory.eachBlock > card.freeMemory)
        return systemError("Training this model takes at least " + gigabytes(memory.kept + memory.eachBlock) +
                           " on " + device.str() + ", of whose " + gigabytes(card.memory) + " " +
                           gigabytes(card.freeMemory) +
                           " are free; another --device, or cpu, may have them.");
    return trainWithShrinkingBatch<c10::OutOfMemoryError>(
        plan, std::min(microBatchOf(memory, card, plan), training.count()), events,
        "There is not enough memory on " + device.str() +
            " to train this model, even on one block at a time; --device cpu has the machine's own.",
        [&](const LanguageTrainingPlan& fitting, const LanguageTrainingEvents& told) {
            return Trainer(device, products, layout, start, training, validation, fitting, told, work).run();
        });
}

} // namespace hareloom::neural
