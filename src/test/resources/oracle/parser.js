// Answers each line, ["parse" or "plpgsql", text], with a line: {"tree": …}, or {"message": …, "position": …} of an error.
// The argument is the program that Emscripten made of the parser.
"use strict";

/** Where a result of wasm_parse_query_raw has its error, and an error its position. */
const ERROR = 8;
const POSITION = 16;

function withText(parser, text, work) {
  const size = parser.lengthBytesUTF8(text) + 1;
  const address = parser._malloc(size);
  parser.stringToUTF8(text, address, size);
  const answer = work(address);
  parser._free(address);
  return answer;
}

function parse(parser, address) {
  const result = parser._wasm_parse_query_raw(address);
  const error = parser.getValue(result + ERROR, "i32");
  const answer = error
    ? failure(parser.UTF8ToString(parser.getValue(error, "i32")), parser.getValue(error + POSITION, "i32"))
    : success(parser.UTF8ToString(parser.getValue(result, "i32")));
  parser._wasm_free_parse_result(result);
  return answer;
}

function plpgsql(parser, address) {
  const result = parser._wasm_parse_plpgsql(address);
  const text = parser.UTF8ToString(result);
  parser._wasm_free_string(result);
  return text.startsWith("{") ? success(text) : failure(text, 0);
}

function success(tree) {
  return `{"tree":${tree.replaceAll("\n", " ")}}`;
}

function failure(message, position) {
  return JSON.stringify({ message, position });
}

require(process.argv[1])().then((parser) => {
  const works = { parse, plpgsql };
  require("node:readline")
    .createInterface({ input: process.stdin })
    .on("line", (line) => {
      const [kind, text] = JSON.parse(line);
      const answer = withText(parser, text, (address) => works[kind](parser, address));
      process.stdout.write(answer + "\n");
    });
});
