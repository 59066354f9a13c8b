// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/lesson/LessonCommand.h"

#include <CLI/CLI.hpp>

#include <memory>

namespace hareloom::cli {
namespace {

constexpr const char* kLessonHelp = "A lesson's id, as `lesson list` shows it, or a folder";

/// Declares each action; its arguments are the result when it was the one given.
class Actions
{
public:
    Actions(CLI::App& lesson, std::function<void(LessonArguments)> chosen)
        : m_lesson(lesson), m_arguments(std::make_shared<LessonArguments>()), m_chosen(std::move(chosen))
    {
    }

    void list()
    {
        CLI::App& action = add("list", "List the lessons that come with the program");
        action.add_flag("--json", m_arguments->json, "As JSON");
    }

    void play()
    {
        CLI::App& action = addOnLesson("play", "Go through a lesson in the terminal: predict, then see");
        action.add_option("--name", m_arguments->name, "Your name: it gives you data of your own")
            ->type_name("NAME");
        addSeed(action);
        action
            .add_option("--answers", m_arguments->answers,
                        "The file of your answers, from which the lesson goes on; by default named after "
                        "lesson and name")
            ->type_name("FILE.answers.json");
        action.add_flag("--again", m_arguments->again, "Begin anew, though there are answers already");
    }

    void check()
    {
        CLI::App& action =
            addOnLesson("check", "Play a lesson for many seeds and compute again all that it says");
        action
            .add_option("--seeds", m_arguments->seeds,
                        "How many seeds, from 1 on; by default as the lesson says")
            ->type_name("N");
    }

    void worksheet()
    {
        CLI::App& action =
            addOnLesson("worksheet", "Write a lesson's worksheet as one HTML page, or its key");
        CLI::Option* key =
            action.add_flag("--key", m_arguments->key, "With the answers, computed for the seed");
        CLI::Option* notes = action.add_flag("--notes", m_arguments->notes, "The teacher's notes instead");
        CLI::Option* gift = action.add_flag("--gift", m_arguments->gift,
                                            "The questions as GIFT instead, for Moodle, with the answers");
        notes->excludes(key)->excludes(gift);
        gift->excludes(key);
        action.add_option("--seed-for", m_arguments->name, "For this learner, with data of his or her own")
            ->type_name("NAME");
        addSeed(action);
        action.add_option("--out", m_arguments->out, "Write to this file; by default to standard output")
            ->type_name("FILE");
    }

    void collect()
    {
        CLI::App& action = add("collect", "Print a folder's files of answers as one CSV table");
        action.add_option("FOLDER", m_arguments->place, "The folder with the files *.answers.json")
            ->required();
    }

    void make()
    {
        CLI::App& action = add("new", "Write a small lesson that passes `lesson check`, to start from");
        action.add_option("FOLDER", m_arguments->place, "The folder to write to; it must not be there yet")
            ->required();
    }

    void format() { add("format", "Print every field of lesson.json as a table in Markdown"); }

private:
    CLI::App& add(const char* name, const char* description)
    {
        CLI::App* action = m_lesson.add_subcommand(name, description);
        action->callback([name, arguments = m_arguments, chosen = m_chosen] {
            arguments->action = name;
            chosen(*arguments);
        });
        return *action;
    }
    CLI::App& addOnLesson(const char* name, const char* description)
    {
        CLI::App& action = add(name, description);
        action.add_option("LESSON", m_arguments->place, kLessonHelp)->required();
        return action;
    }
    void addSeed(CLI::App& action)
    {
        action.add_option("--seed", m_arguments->seed, "Another seed; the same seed gives the same data")
            ->type_name("N");
    }

    CLI::App& m_lesson;
    std::shared_ptr<LessonArguments> m_arguments;
    std::function<void(LessonArguments)> m_chosen;
};

} // namespace

void declareLesson(CLI::App& program, const std::function<void(LessonArguments)>& chosen)
{
    CLI::App* lesson =
        program.add_subcommand("lesson", "Lessons that ask before they show: play, check, print, write");
    lesson->require_subcommand(1);
    Actions actions(*lesson, chosen);
    actions.list();
    actions.play();
    actions.check();
    actions.worksheet();
    actions.collect();
    actions.make();
    actions.format();
}

} // namespace hareloom::cli
