<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>hareloom::ui::CatalogueRow</name>
    <message numerus="yes">
        <source>, %n s left</source>
        <translation>
            <numerusform>, %n s left</numerusform>
            <numerusform>, %n s left</numerusform>
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
    <name>hareloom::ui::RecipeDrawer</name>
    <message numerus="yes">
        <source>All settings (%n changed)</source>
        <translation>
            <numerusform>All settings (%n changed)</numerusform>
            <numerusform>All settings (%n changed)</numerusform>
        </translation>
    </message>
</context>
</TS>
