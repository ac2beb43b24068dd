"""The server of `brief --mcp`: the official SDK over standard input and output."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from importlib.metadata import version
from typing import Any

import mcp_types as types
import msgspec
from mcp.server import Server
from mcp.server.stdio import stdio_server

from briefing import codec
from briefing.errors import BriefingError
from briefing.sanitize import one_line
from tui.command.console import say
from tui.command.mcp.tools import Tool, Tools, schema_of

INSTRUCTIONS = (
    "Every finding is a span of an article, so that it can be cited: text[start:end] are the very"
    " words, and a paragraph is cited by its number. Verify what you quote; quote it only where the"
    " verdict is exact."
)


def run(tools: Tools) -> None:
    """Answer whoever asks on standard input, until that is closed."""
    with ThreadPoolExecutor(1, thread_name_prefix="mcp") as thread:  # one request after another
        asyncio.run(_serve(server(tools, thread)))


async def _serve(made: Server[Any]) -> None:
    async with stdio_server() as (received, sent):
        await made.run(received, sent, made.create_initialization_options())


def server(tools: Tools, thread: ThreadPoolExecutor) -> Server[Any]:
    """A server that answers with some tools, each called in that thread."""
    offered = tools.all()

    async def list_tools(_: object, __: object) -> types.ListToolsResult:
        return types.ListToolsResult(
            tools=[_listed(tool, can_fetch=tools.can_fetch) for tool in offered.values()]
        )

    async def call_tool(_: object, asked: types.CallToolRequestParams) -> types.CallToolResult:
        tool = offered.get(asked.name)
        if tool is None:
            return _refused(f"there is no tool {asked.name}; there are {', '.join(offered)}")
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(thread, called, tool, asked.arguments or {})

    return Server(
        "brief",
        version=version("brief"),
        instructions=INSTRUCTIONS,
        on_list_tools=list_tools,
        on_call_tool=call_tool,
    )


def called(tool: Tool, arguments: dict[str, Any]) -> types.CallToolResult:
    """What a tool gives, or in one line why it gives nothing."""
    try:
        result = tool.run(msgspec.convert(arguments, tool.takes))
    except (BriefingError, msgspec.ValidationError) as error:
        return _refused(str(error))
    except Exception as error:  # a fault of ours must not end the server
        say(f"{tool.name} failed: {error!r}")
        return _refused(f"{tool.name} failed ({type(error).__name__}); try another article")
    data = codec.encode(result)
    text = tool.page(result) if tool.page else data.decode()
    return types.CallToolResult(
        content=[types.TextContent(type="text", text=text)],
        structured_content=msgspec.json.decode(data),
    )


def _refused(why: str) -> types.CallToolResult:
    return types.CallToolResult(
        content=[types.TextContent(type="text", text=one_line(why))], is_error=True
    )


def _listed(tool: Tool, *, can_fetch: bool) -> types.Tool:
    return types.Tool(
        name=tool.name,
        title=tool.title,
        description=tool.description,
        input_schema=schema_of(tool.takes),
        output_schema=schema_of(tool.gives),
        annotations=types.ToolAnnotations(
            title=tool.title,
            read_only_hint=True,
            destructive_hint=False,
            idempotent_hint=True,
            open_world_hint=can_fetch,
        ),
    )
