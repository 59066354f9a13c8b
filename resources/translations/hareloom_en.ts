<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>TextStage</name>
    <message numerus="yes">
        <source>None of %n word(s) is lost yet</source>
        <translation>
            <numerusform>None of %n word is lost yet</numerusform>
            <numerusform>None of %n words is lost yet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n word(s) are lost, in this order</source>
        <translation>
            <numerusform>%1 of %n word is lost, in this order</numerusform>
            <numerusform>%1 of %n words are lost, in this order</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hareloom::ui</name>
    <message numerus="yes">
        <source>… %n line(s) above</source>
        <translation>
            <numerusform>… %n line above</numerusform>
            <numerusform>… %n lines above</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… %n line(s) below: turn the wheel</source>
        <translation>
            <numerusform>… %n line below: turn the wheel</numerusform>
            <numerusform>… %n lines below: turn the wheel</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hareloom::ui::CatalogueRow</name>
    <message numerus="yes">
        <source>%1, %n s left</source>
        <translation>
            <numerusform>%1, %n s left</numerusform>
            <numerusform>%1, %n s left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hareloom::ui::DataTableView</name>
    <message numerus="yes">
        <source>%n row(s) copied.</source>
        <translation>
            <numerusform>%n row copied.</numerusform>
            <numerusform>%n rows copied.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hareloom::ui::DrawnSource</name>
    <message numerus="yes">
        <source>%n points. Click or drag to set more, right button to erase; arrows and Return.</source>
        <translation>
            <numerusform>%n point. Click or drag to set more, right button to erase; arrows and Return.</numerusform>
            <numerusform>%n points. Click or drag to set more, right button to erase; arrows and Return.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hareloom::ui::ExportDialog</name>
    <message numerus="yes">
        <source>Every chart (%n)</source>
        <translation>
            <numerusform>Every chart (%n)</numerusform>
            <numerusform>Every chart (%n)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hareloom::ui::FilmDialog</name>
    <message numerus="yes">
        <source>at this speed %n generation(s) are passed over</source>
        <translation>
            <numerusform>at this speed %n generation is passed over</numerusform>
            <numerusform>at this speed %n generations are passed over</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 seconds, %n frame(s)</source>
        <translation>
            <numerusform>%1 seconds, %n frame</numerusform>
            <numerusform>%1 seconds, %n frames</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hareloom::ui::Gallery</name>
    <message numerus="yes">
        <source>%n minutes</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hareloom::ui::LessonController</name>
    <message numerus="yes">
        <source>%1 (%n minute(s))</source>
        <translation>
            <numerusform>%1 (%n minute)</numerusform>
            <numerusform>%1 (%n minutes)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hareloom::ui::LostStates</name>
    <message numerus="yes">
        <source>None of %n state(s) is lost yet</source>
        <translation>
            <numerusform>None of %n state is lost yet</numerusform>
            <numerusform>None of %n states is lost yet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n state(s) are lost, in this order</source>
        <translation>
            <numerusform>%1 of %n state is lost, in this order</numerusform>
            <numerusform>%1 of %n states are lost, in this order</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hareloom::ui::RecipeDrawer</name>
    <message numerus="yes">
        <source>All settings (%n changed)</source>
        <translation>
            <numerusform>All settings (%n changed)</numerusform>
            <numerusform>All settings (%n changed)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hareloom::ui::SweepPage</name>
    <message numerus="yes">
        <source>%n point(s)</source>
        <translation>
            <numerusform>%n point</numerusform>
            <numerusform>%n points</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chain(s) each</source>
        <translation>
            <numerusform>%n chain each</numerusform>
            <numerusform>%n chains each</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n generation(s)</source>
        <translation>
            <numerusform>%n generation</numerusform>
            <numerusform>%n generations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n point(s) failed</source>
        <translation>
            <numerusform>%n point failed</numerusform>
            <numerusform>%n points failed</numerusform>
        </translation>
    </message>
</context>
</TS>
