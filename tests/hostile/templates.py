"""Templates that loop or grow without end, or look for a way out."""

from __future__ import annotations

LONG = "'" + "x" * 10_000 + "'"
FOREVER: dict[str, str] = {
    "nested loops": "".join(f"{{% for v{n} in {LONG} %}}" for n in range(6)) + "{% endfor %}" * 6,
    "a power of powers": "{{ 9 ** (9 ** 9) }}",
    "a power of the page": "{{ (headline | length + 9) ** (99 ** 9) }}",
    "a long number shown": "{{ 7 ** 999999 }}",
    "sorting in loops": f"{{% for a in {LONG} %}}{{{{ ({LONG} * 99) | sort }}}}{{% endfor %}}",
    "a filter in loops": "".join(f"{{% for v{n} in {LONG} %}}" for n in range(3))
    + "{{ headline | title | wordwrap(1) }}"
    + "{% endfor %}" * 3,
    "looking for what is not there": "{{ ('x' * 9000000) | replace('xxxxxxxxxy', '') | length }}"
    * 900,
    "groups": "{{ ('x' * 9999999) | list | groupby(0) | list }}",
    "words": "{{ ('a ' * 99999999) | wordcount }}",
    "counting": "{{ ('x' * 300000000).count('x') }}" * 99,
}
"""What would run on."""

TOO_MUCH: dict[str, str] = {
    "repetition": "{{ 'x' * 10 ** 10 }}",
    "repetition of the page": "{{ headline * 10 ** 9 }}",
    "center": "{{ 'x' | center(10 ** 9) }}",
    "center, as a method": "{{ 'x'.center(10 ** 9) }}",
    "ljust": "{{ 'x'.ljust(10 ** 9) }}",
    "zfill": "{{ 'x'.zfill(10 ** 9) }}",
    "indent": "{{ ('x\\n' * 1000000) | indent(10 ** 6) }}",
    "format": "{{ '%999999999d' | format(1) }}",
    "format, as a method": "{{ '{:999999999}'.format(1) }}",
    "percent": "{{ '%999999999s' % 'x' }}",
    "doubling": "{% set ns = 'x' %}" + "{% set ns = ns ~ ns %}" * 40 + "{{ ns }}",
    "replace": "{{ ('x' * 100000) | replace('x', 'x' * 100000) }}",
    "join": "{{ ('x' * 100000) | join('y' * 100000) }}",
    "expandtabs": "{{ '\\t'.expandtabs(10 ** 9) }}",
    "batch": "{{ 'x' | batch(10 ** 9, 'y') | list }}",
    "slice": "{{ 'x' | slice(10 ** 9) | list }}",
    "lists": "{{ [1] * 10 ** 10 }}",
    "shift": "{{ 1.__lshift__(10 ** 12) }}",
    "output of loops": f"{{% for a in {LONG} %}}{{% for b in {LONG} %}}xxxxxxxxxx"
    + "{% endfor %}{% endfor %}",
    "a page too large": "{{ 'word ' * 100000 }}",
    "urlize": "{{ ('http://a.b ' * 1000000) | urlize }}",
    "pprint": "{{ ('x' * 10 ** 8) | pprint }}",
    "recursion of a macro": "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    "recursion that grows": "{% macro m(x) %}{{ m(x ~ x) }}{% endmacro %}{{ m('x') }}",
    "recursion of a loop": "{% for a in [[1]] recursive %}{{ loop([a]) }}{% endfor %}",
    "recursion of itself": "{% include self._TemplateReference__context.name %}",
    "deep brackets": "{{ " + "(" * 20_000 + "1" + ")" * 20_000 + " }}",
    "deep lists": "{{ " + "[" * 20_000 + "]" * 20_000 + " }}",
    "deep blocks": "{% if 1 %}" * 4_000 + "{% endif %}" * 4_000,
    "deep sums": "{{ 1" + "+1" * 40_000 + " }}",
    "deep signs": "{{ " + "-" * 40_000 + "1 }}",
    "deep attributes": "{{ headline" + ".a" * 40_000 + " }}",
}
"""What would fill the memory, the stack or the disk."""

OUT: dict[str, str] = {
    "class": "{{ headline.__class__.__mro__ }}",
    "subclasses": "{{ summary.__class__.__base__.__subclasses__() }}",
    "globals": "{{ ''.format.__globals__ }}",
    "format of attributes": "{{ '{0.__class__.__mro__}'.format(headline) }}",
    "format_map": "{{ '{x.__class__}'.format_map({'x': headline}) }}",
    "attr filter": "{{ headline | attr('__class__') }}",
    "map of attributes": "{{ [headline] | map(attribute='__class__') | list }}",
    "the method of a quote": "{{ quotes.append(1) }}",
    "the template itself": "{{ self.__init__.__globals__ }}",
    "the loop": "{% for a in 'x' %}{{ loop.__init__.__globals__ }}{% endfor %}",
    "a macro": "{% macro m() %}{% endmacro %}{{ m.__init__.__globals__ }}",
    "cycler": "{{ cycler.__init__.__globals__.os }}",
    "include": "{% include '/etc/passwd' %}",
    "import": "{% import 'os' as os %}{{ os }}",
    "extends": "{% extends '/etc/passwd' %}",
    "debug": "{% debug %}",
    "do": "{% do summary.append(1) %}",
    "range": "{{ range(10 ** 9) | list }}",
    "lipsum": "{{ lipsum(n=10 ** 6) }}",
    "open": "{{ open('/etc/passwd') }}",
}
"""What looks for a way out of the sandbox."""
