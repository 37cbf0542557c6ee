// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Figures as values: what to draw, computed without drawing. The window and the SVG writer draw the same.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace dnas {

enum class Mark { Line, DashedLine, DottedLine, Staircase, Circle, Square, Diamond, Triangle, Cross, Bar };
enum class Scale { Linear, Log };

/// Meaning rather than colour; each drawing maps roles to its own palette (Okabe–Ito for categories).
enum class Role { Front, Dominated, Infeasible, Seed, Published, Limit, Category, Marker };

struct Series {
    std::string name;
    Role role = Role::Category;
    int category = 0; ///< colour and dash of Role::Category
    std::vector<Mark> marks;
    std::vector<double> x;
    std::vector<double> y;
    std::vector<std::string> texts; ///< one a point for hovering; may be empty
    std::vector<int> ids = {};      ///< CandidateId a point; empty where points are no candidates
};

struct Axis {
    std::string title; ///< with unit
    Scale scale = Scale::Linear;
    bool percent = false;
    bool whole = false; ///< only whole numbers mean something (epochs)
};

/// The side of a limit that is hatched; above a vertical one is to its right.
enum class Forbidden { Above, Below };

/// A vertical or horizontal line with a text: a limit, a steering change.
struct Rule {
    bool vertical = true;
    double at = 0;
    std::string text;
    Role role = Role::Limit;
    Forbidden forbidden = Forbidden::Above; ///< of Role::Limit only
    bool draggable = false;                 ///< in a window
    bool atEdge =
        false; ///< of a vertical one in a window: a tick at the top, its text on hover, so that nothing is hidden
};

/// A text beside a point: the knee of a front, the name of a published network. Goes with the series of its role.
struct Note {
    double x = 0;
    double y = 0;
    std::string text;
    Role role = Role::Marker;
};

struct Figure {
    std::string title;
    Axis x;
    Axis y;
    std::vector<Series> series;
    std::vector<Rule> rules;
    std::vector<Note> notes;
    std::vector<std::string> categories; ///< names of bars on the x axis
    std::string empty;                   ///< what to say when there is nothing to draw
};

} // namespace dnas
