#pragma once
// The one place that names the test library, so that a move to another version touches one file.
#include <catch2/catch.hpp>
