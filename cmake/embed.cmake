# Compiles rules/ into the program: a host tool checks every YAML file and writes static tables.
# Sanitizers and the cross compilers of later issues need the tool built for the host; here the two are one.
file(GLOB_RECURSE JIXIAO_RULE_FILES CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/rules/*.yaml)
set(JIXIAO_EMBEDDED ${CMAKE_BINARY_DIR}/generated/embedded_rules.cpp)
