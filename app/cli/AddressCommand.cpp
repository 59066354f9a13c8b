// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Commands.h"
#include "app/cli/ExitStatus.h"
#include "app/cli/NamedExperiment.h"
#include "core/address/AddressedExperiment.h"
#include "core/address/QrCode.h"

#include <algorithm>

namespace hareloom::cli {

namespace {

/// Points the address at what the options say.
void point(Address& address, const AddressArguments& arguments, const Experiment& experiment)
{
    address.generation = arguments.generation;
    address.views = arguments.views;
    if (!arguments.chain)
        return;
    const std::int64_t chains = std::max<std::int64_t>(1, experiment.chains);
    address.chain = *arguments.chain % chains + 1;
    if (!experiment.variants.empty())
        address.variant = std::to_string(*arguments.chain / chains + 1);
    else if (*arguments.chain >= chains)
        address.chain = *arguments.chain + 1; // which experimentOf() refuses
}

Result<std::string> readAddressText(const AddressArguments& arguments)
{
    const Result<NamedExperiment> named = readNamedExperiment(arguments.name, arguments.set);
    if (!named)
        return named.error();
    Result<Address> address = addressOf(named->experiment);
    if (!address)
        return address.error();
    point(*address, arguments, named->experiment);
    const std::string text = addressText(*address);
    // Read back, so that none is printed which the window would refuse.
    return parseAddress(text).and_then(experimentOf).transform([&text](const auto&) { return text; });
}

} // namespace

int execute(const AddressArguments& arguments, Console& console)
{
    const Result<std::string> text = readAddressText(arguments);
    if (!text)
        return fail(console, text.error());
    if (!arguments.qr) {
        console.data << *text << "\n";
        return kDone;
    }
    const Result<std::string> svg = qrSvg(*text);
    if (!svg)
        return fail(console, svg.error());
    console.data << *svg;
    return kDone;
}

} // namespace hareloom::cli
