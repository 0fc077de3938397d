# SPDX-License-Identifier: GPL-3.0-or-later
"""uikit - start a GTK 4 program on a private, invisible screen and use it as a person would.

A Session is: a temporary home, Xvfb, openbox, a private D-Bus, the program.
Widgets are found through AT-SPI, spoken to in plain D-Bus (Gio): nothing is cached but
roles, which are GTK's own ('text box', 'switch', 'search box').  Keys and the pointer
are xdotool's (XTEST), so they take the same way as a person's.

A step is a line (ROLE as GTK names it, with - for spaces, may be left out; #2 is the second such):
  wait|expect|gone|click|mouse|double|context [ROLE] NAME     mouse, double, context: the real pointer
  drag ROLE NAME ROLE NAME        set|text ROLE NAME TEXT     state ROLE NAME [!]STATE
  tab ROLE NAME                   focus NAME                  action NAME
  type TEXT    key KEY...    resize WxH    shot FILE    tree    audit    settle    sleep SECONDS

Needs: python3-gi, xvfb, openbox, xdotool, x11-apps (xwd), imagemagick, at-spi2-core, dbus-daemon.
Facts about GTK 4.18 this code works around are marked 'GTK:'.
"""
import ctypes
import hashlib
import os
import re
import shlex
import shutil
import signal
import subprocess
import sys
import tempfile
import time

import gi
gi.require_version('Gio', '2.0')
from gi.repository import Gio, GLib

STATES = {1: 'active', 3: 'busy', 4: 'checked', 5: 'collapsed', 7: 'editable', 8: 'enabled', 9: 'expandable',
          10: 'expanded', 11: 'focusable', 12: 'focused', 16: 'modal', 17: 'multi-line', 20: 'pressed',
          22: 'selectable', 23: 'selected', 24: 'sensitive', 25: 'showing', 30: 'visible', 33: 'required',
          36: 'invalid', 41: 'checkable', 42: 'has-popup', 43: 'read-only'}
# what a person operates; each of these must be able to say its name
INTERACTIVE = {'button', 'toggle button', 'link', 'text box', 'search box', 'spin button', 'check box', 'checkbox',
               'switch', 'radio', 'radio button', 'combo box', 'slider', 'scale', 'menu item', 'menu item checkbox',
               'menu item radio', 'tab', 'page tab', 'entry', 'password text', 'option', 'tree item', 'row',
               'list item'}
# focusable only in order to be scrolled or to hold the focus of their children
CONTAINERS = {'generic', 'group', 'window', 'scroll pane', 'viewport', 'list', 'list box', 'grid', 'table', 'tree',
              'tree grid', 'panel', 'dialog', 'menu', 'application', 'tab list', 'tool bar', 'toolbar', 'widget',
              'region'}
NAME_FROM_CONTENT = {'list item', 'row', 'option', 'tree item', 'cell', 'grid cell', 'gridcell'}
A = 'org.a11y.atspi.'
NAME = GLib.Variant('(ss)', (A + 'Accessible', 'Name'))
# a window manager without decoration, keys or menus: it gives focus, and fills the screen with the main window
OPENBOX = '''<openbox_config xmlns="http://openbox.org/3.4/rc">
  <focus><focusNew>yes</focusNew></focus>
  <placement><policy>Smart</policy></placement>
  <desktops><number>1</number><popupTime>0</popupTime></desktops>
  <keyboard/>
  <mouse>
    <context name="Client">
      <mousebind button="Left" action="Press"><action name="Focus"/><action name="Raise"/></mousebind>
    </context>
  </mouse>
  <applications>
    <application class="*" type="normal"><maximized>{maximized}</maximized></application>
  </applications>
</openbox_config>'''


class Failure(Exception):
    """A step did not come out as expected."""


def name_states(words):
    bits = words[0] | words[1] << 32
    return {name for bit, name in STATES.items() if bits >> bit & 1}


class Node:
    """One accessible: (bus name, object path), asked afresh each time."""

    def __init__(self, ui, ref, parent=None):
        self.ui, self.bus, self.path, self.parent = ui, ref[0], ref[1], parent

    def call(self, iface, method, args=None, timeout=3000):
        try:
            answer = self.ui.a11y.call_sync(self.bus, self.path, A + iface, method, args, None, 0, timeout, None)
            return answer.unpack()
        except GLib.Error as e:
            raise Failure(f'{iface}.{method}: {e.message}') from None

    def prop(self, iface, name):
        v = self.ui.a11y.call_sync(self.bus, self.path, 'org.freedesktop.DBus.Properties', 'Get',
                                   GLib.Variant('(ss)', (A + iface, name)), None, 0, 3000, None)
        return v.unpack()[0]

    @property
    def role(self):
        # GTK: an accessible has one role all its life
        if self.path not in self.ui.roles:
            self.ui.roles[self.path] = self.call('Accessible', 'GetRoleName')[0]
        return self.ui.roles[self.path]

    @property
    def name(self):
        n = self.prop('Accessible', 'Name')
        if n:
            return n
        # GTK: a menu item has no name of its own; its label, out of the tree, is its labelled-by
        try:
            for kind, targets in self.call('Accessible', 'GetRelationSet')[0]:
                if kind == 2:  # ATSPI_RELATION_LABELLED_BY
                    for t in targets:
                        t = Node(self.ui, t)
                        n = t.prop('Accessible', 'Name') or t.text
                        if n:
                            return n
        except (Failure, GLib.Error):
            pass
        return ''

    @property
    def description(self): return self.prop('Accessible', 'Description')

    @property
    def states(self): return name_states(self.call('Accessible', 'GetState')[0])

    @property
    def interfaces(self): return [i.rsplit('.', 1)[1] for i in self.call('Accessible', 'GetInterfaces')[0]]

    @property
    def children(self): return [Node(self.ui, c, self) for c in self.call('Accessible', 'GetChildren')[0]]

    @property
    def actions(self):
        # GTK: GetActions gives translated names ('Click', 'Klik'); GetName gives the plain ones
        if 'Action' not in self.interfaces:
            return []
        n = self.prop('Action', 'NActions')
        return [self.call('Action', 'GetName', GLib.Variant('(i)', (i,)))[0] for i in range(n)]

    @property
    def text(self):
        """What is written in it; '' when it holds none."""
        try:
            return self.call('Text', 'GetText', GLib.Variant('(ii)', (0, -1)))[0]
        except Failure:
            return ''

    @property
    def box(self): return self.call('Component', 'GetExtents', GLib.Variant('(u)', (1,)))[0]

    def walk(self):
        yield self
        try:
            kids = self.children
        except (Failure, GLib.Error):
            return
        for k in kids:
            yield from k.walk()

    def ancestors(self):
        n = self.parent
        while n:
            yield n
            n = n.parent

    def do(self, action):
        names = self.actions
        if action not in names:
            raise Failure(f'{self}: no action {action}, only {names}')
        if not self.call('Action', 'DoAction', GLib.Variant('(i)', (names.index(action),)))[0]:
            raise Failure(f'{self}: the action {action} was refused')

    def spoken(self):
        """Its name, or for a row what its labels say."""
        if self.name:
            return self.name
        if self.role in NAME_FROM_CONTENT:
            return ', '.join(x.name for x in self.walk() if x.role == 'label' and x.name)
        return ''

    def __str__(self):
        try:
            return f'{self.role} "{self.name}"'
        except (Failure, GLib.Error):
            return f'(gone) {self.path}'


class Pattern(str):
    """A name that is only known by how it looks: ~"[0-9]+ minutes left"."""
    def __eq__(self, other):
        return re.fullmatch(str(self), str(other)) is not None

    __hash__ = str.__hash__


class Session:
    def __init__(self, command, size='1280x800', dark=False, lang=None, text_scale=1.0, contrast=False, accent=None,
                 maximize=True, animations=False, env=(), home=None, timeout=15, renderer='cairo', display=None,
                 verbose=False, patience=3):
        self.command, self.size, self.timeout, self.verbose = command, size, timeout, verbose
        self.dark, self.lang, self.text_scale, self.contrast, self.accent = dark, lang, text_scale, contrast, accent
        self.maximize, self.animations, self.renderer = maximize, animations, renderer
        self.extra = dict(e.split('=', 1) for e in env)
        self.display, self.keep_home, self.patience = display, home and os.path.abspath(home), patience
        self.procs, self.app, self.log, self.root = [], None, None, None
        self.roles, self.known = {}, ()

    # --- start and stop -------------------------------------------------
    def __enter__(self):
        # processes whose parent ends (services D-Bus started) become our children, so that we can end them
        ctypes.CDLL(None, use_errno=True).prctl(36, 1, 0, 0, 0)  # PR_SET_CHILD_SUBREAPER
        for s in (signal.SIGTERM, signal.SIGHUP):
            signal.signal(s, lambda *_: sys.exit(143))
        self.tmp = tempfile.mkdtemp(prefix='uikit-')
        try:
            self._start()
        except BaseException:
            self.__exit__(None, None, None)
            raise
        return self

    def _spawn(self, argv, **kw):
        kw.setdefault('stdout', self.log)
        kw.setdefault('stderr', self.log)
        p = subprocess.Popen(argv, env=self.env, stdin=subprocess.DEVNULL, start_new_session=True,
                             preexec_fn=lambda: ctypes.CDLL(None).prctl(1, signal.SIGKILL), **kw)  # PDEATHSIG
        self.procs.append(p)
        return p

    def _read_fd(self, make):
        """Start the command make(fd), which reports one line (a display, an address) on that descriptor."""
        r, w = os.pipe()
        argv = make(str(w))
        p = self._spawn(argv, pass_fds=(w,))
        os.close(w)
        with os.fdopen(r) as f:
            line = f.readline().strip()
        if not line:
            raise Failure(f'{argv[0]} did not start (exit {p.poll()}); see {self.logname}')
        return line

    def _start(self):
        self.logname = self.tmp + '/log'
        self.log = open(self.logname, 'w+')
        self.env = self._environment(self.keep_home or self.tmp + '/home')
        self._start_screen()
        self._start_buses()
        self.started = time.time()
        self.app = self._spawn(self.command)
        self.root = self.until(self._find_app, 'the program on the accessibility bus')
        self.until(lambda: any(True for w in self.root.children), 'a window')
        self.startup = time.time() - self.started

    def _environment(self, home):
        conf = home + '/.config'
        for d in (conf + '/gtk-4.0', conf + '/glib-2.0/settings', home + '/.local/share', home + '/.cache'):
            os.makedirs(d, exist_ok=True)
        run = self.tmp + '/run'
        os.mkdir(run, 0o700)
        e = dict(os.environ)
        for k in ('WAYLAND_DISPLAY', 'DISPLAY', 'DBUS_SESSION_BUS_ADDRESS', 'AT_SPI_BUS_ADDRESS', 'XAUTHORITY',
                  'GTK_THEME', 'GTK_MODULES', 'LANGUAGE', 'LC_ALL', 'DESKTOP_SESSION', 'XDG_CURRENT_DESKTOP'):
            e.pop(k, None)
        e.update(HOME=home, XDG_CONFIG_HOME=conf, XDG_DATA_HOME=home + '/.local/share',
                 XDG_CACHE_HOME=home + '/.cache', XDG_STATE_HOME=home + '/.local/state', XDG_RUNTIME_DIR=run,
                 GDK_BACKEND='x11', GSK_RENDERER=self.renderer, LIBGL_ALWAYS_SOFTWARE='1',
                 GSETTINGS_BACKEND='keyfile', GTK_A11Y='atspi', NO_AT_BRIDGE='0',
                 ADW_DISABLE_PORTAL='1', GDK_DEBUG='no-portals', GVFS_DISABLE_FUSE='1', GIO_USE_VFS='local',
                 LANG='en_US.UTF-8')
        if self.lang:
            e['LANG'] = {'da': 'da_DK.UTF-8', 'en': 'en_US.UTF-8'}.get(self.lang, self.lang)
            e['LANGUAGE'] = self.lang.split('.')[0]
        e['ADW_DEBUG_COLOR_SCHEME'] = 'prefer-dark' if self.dark else 'prefer-light'
        e['ADW_DEBUG_HIGH_CONTRAST'] = '1' if self.contrast else '0'
        if self.accent:
            e['ADW_DEBUG_ACCENT_COLOR'] = self.accent
        # On X11 without a settings daemon GTK takes fonts, text size and animations from here
        with open(conf + '/gtk-4.0/settings.ini', 'w') as f:
            f.write('[Settings]\ngtk-font-name=Cantarell 11\ngtk-xft-antialias=1\ngtk-xft-hinting=1\n'
                    'gtk-xft-hintstyle=hintslight\ngtk-xft-rgba=none\ngtk-cursor-blink=0\n'
                    f'gtk-xft-dpi={int(96 * 1024 * self.text_scale)}\n'
                    f'gtk-enable-animations={int(self.animations)}\n')
        if os.environ.get('UIKIT_MODULES'):
            e['GIO_EXTRA_MODULES'] = os.environ['UIKIT_MODULES']
        e.update(self.extra)
        return e

    def _start_screen(self):
        dpi = round(96 * self.text_scale)
        if self.display:
            self.env['DISPLAY'] = self.display
        else:
            self.env['DISPLAY'] = ':' + self._read_fd(lambda fd: [
                # on a busy machine a key is seldom let go at once: it would repeat
                'Xvfb', '-displayfd', fd, '-screen', '0', self.size + 'x24', '-dpi', str(dpi), '-nolisten', 'tcp',
                '-noreset', '-ardelay', '60000'])
        # a Danish keyboard: on the US one xdotool turns capital Æ, Ø and Å into small letters
        self.sh('setxkbmap', '-layout', 'dk')
        # out of the middle, where what opens below it would take the focus
        self.sh('xdotool', 'mousemove', '0', '0')
        if dpi != 96:  # GTK: on X11 the text size comes from here, not from settings.ini
            subprocess.run(['xrdb', '-nocpp', '-merge', '-'], env=self.env, input=f'Xft.dpi: {dpi}\n'.encode(),
                           timeout=5)
        rc = self.tmp + '/rc.xml'
        with open(rc, 'w') as f:
            f.write(OPENBOX.format(maximized='yes' if self.maximize else 'no'))
        self._spawn(['openbox', '--config-file', rc])

    def _start_buses(self):
        address = self._read_fd(lambda fd: ['dbus-daemon', '--session', '--nofork', '--print-address=' + fd])
        self.env['DBUS_SESSION_BUS_ADDRESS'] = address
        flags = Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION
        self.session = Gio.DBusConnection.new_for_address_sync(address, flags, None, None)
        self.session.set_exit_on_close(False)
        address = self.session.call_sync('org.a11y.Bus', '/org/a11y/bus', 'org.a11y.Bus', 'GetAddress', None, None, 0,
                                         10000, None).unpack()[0]
        self.a11y = Gio.DBusConnection.new_for_address_sync(address, flags, None, None)
        self.a11y.set_exit_on_close(False)
        self.session.call_sync('org.a11y.Bus', '/org/a11y/bus', 'org.freedesktop.DBus.Properties', 'Set',
                               GLib.Variant('(ssv)', ('org.a11y.Status', 'IsEnabled', GLib.Variant('b', True))),
                               None, 0, 3000, None)

    def _find_app(self):
        if self.app.poll() is not None:
            raise Failure(f'the program ended at once (exit {self.app.returncode})')
        r = Node(self, ('org.a11y.atspi.Registry', '/org/a11y/atspi/accessible/root'))
        for c in r.children:
            pid = self.a11y.call_sync('org.freedesktop.DBus', '/org/freedesktop/DBus', 'org.freedesktop.DBus',
                                      'GetConnectionUnixProcessID', GLib.Variant('(s)', (c.bus,)), None, 0, 3000,
                                      None).unpack()[0]
            if pid == self.app.pid or pid in descendants(self.app.pid):
                return c
        return None

    def stop_app(self):
        """Close its windows as a person would (so that leak checks and coverage get written), else end it.
        Its exit status; negative: the signal that ended it."""
        if self.app and self.app.poll() is None and self.root:
            try:
                # (GTK leaks what it answers when asked for the names of actions, so not through AT-SPI)
                for w in self.sh('xdotool', 'search', '--onlyvisible', '--pid', str(self.app.pid)).split():
                    self.sh('xdotool', 'windowquit', w)
                self.app.wait(self.patience)
            except (Failure, GLib.Error, subprocess.TimeoutExpired):
                pass
        if self.app and self.app.poll() is None:
            self.app.terminate()
            try:
                self.app.wait(8)
            except subprocess.TimeoutExpired:
                self.app.kill()
                self.app.wait()
        return self.app.returncode if self.app else None

    def __exit__(self, *exc):
        self.stop_app()
        for p in reversed(self.procs):
            if p.poll() is None:
                p.terminate()
        end = time.time() + 2
        while descendants(os.getpid()) and time.time() < end:
            reap()
            time.sleep(0.02)
        for pid in descendants(os.getpid()):  # only our own, found by their parent
            try:
                os.kill(pid, signal.SIGKILL)
            except ProcessLookupError:
                pass
        reap()
        if self.log:
            self.log.flush()
            noise = ('dbus-daemon[', 'SpiRegistry daemon', 'XIO:', 'requests (', 'Openbox-Message')
            with open(self.logname, errors='replace') as log:
                self.output = ''.join(l for l in log if not any(n in l for n in noise))
            self.log.close()
        shutil.rmtree(self.tmp, ignore_errors=True)

    # --- looking ----------------------------------------------------------
    def until(self, test, what, timeout=None):
        """what: what is waited for, in words, or what says so when it did not come."""
        end = time.time() + (timeout or self.timeout)
        while True:
            try:
                r = test()
            except GLib.Error:
                r = None
            if r:
                return r
            if self.app and self.app.poll() is not None:
                raise Failure(f'the program ended (exit {self.app.returncode})')
            if time.time() > end:
                raise Failure(f'waited {timeout or self.timeout} s for {what() if callable(what) else what}')
            time.sleep(0.05)

    def ask(self, nodes, iface, method, args=None):
        """What each of the nodes answers, None where one is gone. All are asked at once, and answered one after the other:
        so this costs a fraction of asking each and waiting for it."""
        answers, missing = [None] * len(nodes), len(nodes)

        def take(bus, result, i):
            nonlocal missing
            missing -= 1
            try:
                answers[i] = bus.call_finish(result).unpack()[0]
            except GLib.Error:
                pass

        for i, n in enumerate(nodes):
            self.a11y.call(n.bus, n.path, iface, method, args, None, 0, -1, None, take, i)
        while missing:
            GLib.MainContext.default().iteration(True)
        return answers

    def look(self):
        """All there is, in the order of the tree, with the roles known. Who was there at the last look is asked first."""
        children, asked = {}, {n.path: n for n in (self.root, *self.known)}
        while asked:
            new = [n for n in asked.values() if n.path not in self.roles]
            self.roles.update((n.path, role) for n, role in zip(new, self.ask(new, A + 'Accessible', 'GetRoleName')) if role)
            asked = [n for n in asked.values() if self.roles.get(n.path) != 'label']  # which has nothing in it
            answers = self.ask(asked, A + 'Accessible', 'GetChildren')
            children.update((n.path, answer) for n, answer in zip(asked, answers))
            asked = {path: Node(self, (bus, path)) for answer in answers for bus, path in answer or ()
                     if path not in children and self.roles.get(path) != 'label'}
        if not children[self.root.path]:
            raise GLib.Error('the program does not answer')
        nodes = []

        def walk(node):
            if node.path in self.roles:  # else it went away while we looked
                nodes.append(node)
                for ref in children.get(node.path) or ():
                    walk(Node(self, ref, node))

        walk(self.root)
        self.known = nodes
        return nodes

    def speak(self, nodes, among):
        """What Node.spoken() says of each of these, which were found in one look."""
        words = dict(zip(nodes, self.ask(nodes, 'org.freedesktop.DBus.Properties', 'Get', NAME)))
        mute = {n.path: n for n in nodes if not words[n]}
        labels = [(n, row) for n in among if n.role == 'label' for a in n.ancestors()
                  if (row := mute.get(a.path)) and a.role in NAME_FROM_CONTENT] if mute else []
        said = self.ask([n for n, row in labels], 'org.freedesktop.DBus.Properties', 'Get', NAME)
        for n in mute.values():
            if n.role in NAME_FROM_CONTENT:
                words[n] = ', '.join(name for (label, row), name in zip(labels, said) if row is n and name)
            elif n.role.startswith('menu item'):
                words[n] = n.name
        return [words[n] or '' for n in nodes]

    def all(self, role=None, name=None):
        """Those that are showing, in the order of the tree."""
        seen = self.look()
        nodes = [n for n in seen if role is None or n.role == role]
        if name is not None:
            nodes = [n for n, words in zip(nodes, self.speak(nodes, seen)) if words == name]
        states = self.ask(nodes, A + 'Accessible', 'GetState')
        return [n for n, bits in zip(nodes, states) if bits and 'showing' in name_states(bits)]

    def find(self, role, name, nth=1):
        best = []
        for n in self.all(role, name):
            if role is None and n.role == 'label' and len(best) < 50:
                best.append(n)  # a label only when nothing else bears the name
                continue
            nth -= 1
            if nth == 0:
                return n
        return best[nth - 1] if 0 < nth <= len(best) else None

    def want(self, role, name, nth=1):
        return self.until(lambda: self.find(role, name, nth), f'{role or "widget"} "{name}"')

    def focused(self):
        nodes = self.look()
        states = self.ask(nodes, A + 'Accessible', 'GetState')
        return next((n for n, bits in zip(nodes, states) if bits and 'focused' in name_states(bits)), None)

    # --- acting -------------------------------------------------------------
    def sh(self, *argv, timeout=20):
        r = subprocess.run(argv, env=self.env, capture_output=True, text=True, timeout=timeout)
        if r.returncode:
            raise Failure(f'{argv[0]}: {r.stderr.strip()}')
        return r.stdout.strip()

    def point(self, node):
        """A point of the screen at which the pointer hits the node; waits until some of it is in sight."""
        return self.until(lambda: self._find_point(node), f'{node} to be in sight', timeout=5)

    def _find_point(self, node):
        """The middle of what is in sight of it; None when it is scrolled away.

        GTK: extents leave out padding and border of the ancestors, so they lie up to some tens of pixels too far up
        and left, there are no screen coordinates, and the hit test goes by the same extents and hits what is hidden.
        The module uikit-bounds in the folder UIKIT_MODULES mends the extents inside the program.
        """
        win = next((a for a in node.ancestors() if a.parent and a.parent.role == 'application'), None)
        if not win:
            raise Failure(f'{node} is in no window')
        ids = [i for i in self.sh('xdotool', 'search', '--onlyvisible', '--pid', str(self.app.pid)).split()
               if self.sh('xdotool', 'getwindowname', i) == win.name]
        if not ids:
            raise Failure(f'no X window named "{win.name}"')
        g = dict(l.split('=') for l in self.sh('xdotool', 'getwindowgeometry', '--shell', ids[-1]).splitlines())
        x, y, right, bottom = self._in_sight(node, win)
        if x >= right or y >= bottom:
            return None
        # GTK: without the module (wx, wy) is minus the window's border, and counts twice; with it both are 0
        wx, wy = win.box[:2]
        return int(g['X']) + (x + right) // 2 - 2 * wx, int(g['Y']) + (y + bottom) // 2 - 2 * wy

    @staticmethod
    def _in_sight(node, win):
        """What its ancestors leave of it: left, top, right, bottom."""
        def clip(inner, outer):
            x, y, w, h = outer
            return max(inner[0], x), max(inner[1], y), min(inner[2], x + w), min(inner[3], y + h)

        x, y, w, h = node.box
        seen = x, y, x + w, y + h
        for a in node.ancestors():
            left, top, right, bottom = clip(seen, a.box)
            if left >= right or top >= bottom:  # it floats above, or is scrolled away
                return clip(seen, win.box)
            seen = left, top, right, bottom
            if a.role in ('menu', 'dialog') or a.path == win.path:
                break
        return seen

    def mouse(self, node, button=1, times=1):
        x, y = self.point(node)
        self.sh('xdotool', 'mousemove', str(x), str(y), 'click', '--repeat', str(times), '--delay', '60', str(button))

    def drag(self, node, to):
        """Take node by the pointer and let it go over to."""
        (x, y), (tx, ty) = self.point(node), self.point(to)
        self.sh('xdotool', 'mousemove', str(x), str(y), 'mousedown', '1')
        for i in range(1, 11):  # in steps, as a hand does: GTK begins a drag only after some way
            self.sh('xdotool', 'mousemove', str(x + (tx - x) * i // 10), str(y + (ty - y) * i // 10), 'sleep', '0.03')
        self.sh('xdotool', 'sleep', '0.1', 'mouseup', '1')

    def click(self, node):
        # GTK: the first action of these is to click or toggle them (asking for its name would leak memory in GTK);
        # a row that is a switch has the real switch inside
        pressable = ('button', 'toggle button', 'menu item', 'menu item checkbox', 'menu item radio', 'link', 'switch',
                     'checkbox', 'check box', 'radio', 'radio button')
        for n in node.walk():
            if n.role in pressable and 'Action' in n.interfaces and n.prop('Action', 'NActions') > 0:
                if n.role != node.role:
                    break
                if not n.call('Action', 'DoAction', GLib.Variant('(i)', (0,)))[0]:
                    raise Failure(f'{n} refused to be clicked')
                return
        self.mouse(node)

    def set_text(self, node, text):
        if 'EditableText' not in node.interfaces:
            raise Failure(f'{node} is not editable')
        inner = next((n for n in node.walk() if n.path != node.path and 'EditableText' in n.interfaces), None)
        (inner or node).call('EditableText', 'SetTextContents', GLib.Variant('(s)', (text,)))

    def tab_to(self, role, name, limit=150):
        """Go there with the Tab key alone, as one who cannot use a mouse."""
        for _ in range(limit):
            try:
                f = self.focused()
                if f and (role is None or f.role == role) and f.spoken() == name:
                    return f
                if f and any(a.spoken() == name and (role is None or a.role == role) for a in [*f.ancestors()][:4]):
                    return f
            except (Failure, GLib.Error):
                # it went away while it was asked: the focus is somewhere else by now
                time.sleep(0.03)
                continue
            self.sh('xdotool', 'key', 'Tab')
            time.sleep(0.03)
        raise Failure(f'Tab does not reach {role or "widget"} "{name}"')

    # --- pictures ----------------------------------------------------------------
    def grab(self):
        return subprocess.run(['xwd', '-root', '-silent'], env=self.env, capture_output=True, timeout=20).stdout

    def settle(self, limit=3.0):
        """Wait until the picture stands still."""
        end, last = time.time() + limit, None
        while time.time() < end:
            now = hashlib.md5(self.grab()).digest()
            if now == last:
                return True
            last = now
            time.sleep(0.08)
        return False

    def shot(self, path, limit=3.0):
        self.settle(limit)
        os.makedirs(os.path.dirname(os.path.abspath(path)), exist_ok=True)
        subprocess.run(['convert', 'xwd:-', 'png:' + path], input=self.grab(), env=self.env, check=True, timeout=30)

    # --- reports --------------------------------------------------------------------
    def tree(self, out=sys.stdout, all_nodes=False, node=None, depth=0):
        node = node or self.root
        try:
            st, role, name = node.states, node.role, node.name
        except (Failure, GLib.Error):
            return
        shown = all_nodes or role not in ('generic', 'widget', 'panel') or name or 'focusable' in st
        if shown:
            extra = sorted(st - {'enabled', 'sensitive', 'showing', 'visible'})
            if depth:
                extra += [word for state, word in (('sensitive', 'insensitive'), ('showing', 'hidden')) if state not in st]
            t = node.text if role in ('text box', 'search box', 'spin button', 'entry') else ''
            d = node.description
            print('  ' * depth + f'{role} "{name}"' + (f' = "{t}"' if t else '')
                  + (f' ({d})' if d and d != name else '') + (f' [{", ".join(extra)}]' if extra else ''), file=out)
        for c in node.children:
            self.tree(out, all_nodes, c, depth + bool(shown))

    def audit(self):
        """What a screen reader could not name: a list of lines, empty when all is well."""
        bad, seen = [], self.look()
        states = [bits and name_states(bits) for bits in self.ask(seen, A + 'Accessible', 'GetState')]
        nodes = [(n, st) for n, st in zip(seen, states) if st and 'showing' in st and 'sensitive' in st
                 and (n.role in INTERACTIVE or ('focusable' in st and n.role not in CONTAINERS))]
        for (n, st), words in zip(nodes, self.speak([n for n, st in nodes], seen)):
            if words or n.role in NAME_FROM_CONTENT and 'focusable' not in st:
                continue
            # a part of something that has the name (the list inside a combo box, the button inside a menu button)
            up = [*n.ancestors()][:5]
            try:
                if any(a.name and a.role in ('combo box', 'spin button', 'button', 'toggle button', 'search box', 'switch')
                       for a in up):
                    continue
                where = ' > '.join(f'{a.role} "{a.name}"' for a in reversed([*n.ancestors()]) if a.name)
                bad.append(f'{n.role} without a name at {tuple(n.box)} in {where}')
            except (Failure, GLib.Error):
                continue
        return bad

    # --- steps ------------------------------------------------------------------------
    def step(self, line, outdir='.'):
        w = shlex.split(line, comments=True)
        if not w:
            return
        if self.verbose:
            print('  >', line, file=sys.stderr)
        cmd, a = w[0], w[1:]

        def target(a, rest=0):
            a = list(a)
            tail = a[len(a) - rest:] if rest else []
            a = a[:len(a) - rest] if rest else a
            nth = int(a.pop()[1:]) if len(a) > 1 and a[-1].startswith('#') and a[-1][1:].isdigit() else 1
            role = a[0].replace('-', ' ') if len(a) > 1 else None
            name = Pattern(a[-1][1:]) if a[-1].startswith('~') else a[-1]
            return (role, name, nth), tail

        if cmd in ('wait', 'expect'):
            self.want(*target(a)[0])
        elif cmd == 'gone':
            t = target(a)[0]
            self.until(lambda: not self.find(*t), f'{t[1]} to go away')
        elif cmd == 'click':
            self.click(self.want(*target(a)[0]))
        elif cmd in ('mouse', 'double', 'context'):
            self.mouse(self.want(*target(a)[0]), 3 if cmd == 'context' else 1, 2 if cmd == 'double' else 1)
        elif cmd == 'drag':  # drag ROLE NAME ROLE NAME
            self.drag(self.want(a[0].replace('-', ' '), a[1]), self.want(a[2].replace('-', ' '), a[3]))
        elif cmd == 'set':
            t, (text,) = target(a, 1)
            self.set_text(self.want(*t), text)
        elif cmd == 'text':
            t, (text,) = target(a, 1)
            n = self.want(*t)
            self.until(lambda: n.text == text, lambda: f'{n} to hold "{text}"; it holds "{n.text}"')
        elif cmd == 'state':
            t, (state,) = target(a, 1)
            n, no = self.want(*t), state.startswith('!')
            self.until(lambda: (state.lstrip('!') in n.states) != no, f'{n} to be {state}')
        elif cmd == 'tab':
            self.tab_to(*target(a)[0][:2])
        elif cmd == 'focus':
            t = target(a)[0]
            self.until(lambda: (f := self.focused()) and f.spoken() == t[1],
                       lambda: f'the focus on {t[1]}; it is on {self.focused()}')
        elif cmd == 'action':
            active = (n for n in self.root.children if 'active' in n.states)
            (next(active) if len(a) < 2 else self.want(*target(a[1:])[0])).do(a[0])
        elif cmd == 'type':
            self.sh('xdotool', 'type', '--delay', '12', '--', a[0])
        elif cmd == 'key':
            self.sh('xdotool', 'key', '--delay', '30', *a)
        elif cmd == 'resize':
            x, y = a[0].split('x')
            self.sh('xdotool', 'getactivewindow', 'windowsize', '--sync', x, y)
        elif cmd == 'shot':
            self.shot(os.path.join(outdir, a[0] if a[0].endswith('.png') else a[0] + '.png'))
        elif cmd == 'tree':
            self.tree()
        elif cmd == 'audit':
            bad = self.audit()
            if bad:
                raise Failure('widgets without a name:\n  ' + '\n  '.join(bad))
        elif cmd == 'sleep':
            time.sleep(float(a[0]))
        elif cmd == 'settle':
            self.settle()
        else:
            raise Failure(f'unknown step: {cmd}')


def descendants(pid):
    kids = {}
    for d in os.listdir('/proc'):
        if d.isdigit():
            try:
                with open(f'/proc/{d}/stat') as f:
                    kids.setdefault(int(f.read().rsplit(')', 1)[1].split()[1]), []).append(int(d))
            except (OSError, IndexError):
                pass
    out, todo = [], [pid]
    while todo:
        for k in kids.get(todo.pop(), []):
            out.append(k)
            todo.append(k)
    return out


def reap():
    try:
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass
    except ChildProcessError:
        pass


def arguments(parser):
    parser.add_argument('--size', default='1280x800', help='size of the screen, and of the main window unless --free')
    parser.add_argument('--free', action='store_true', help='let the window have its own size')
    parser.add_argument('--dark', action='store_true')
    parser.add_argument('--lang', help='da, en, ...')
    parser.add_argument('--large-text', dest='scale', type=float, nargs='?', const=1.5, default=1.0, metavar='FACTOR')
    parser.add_argument('--high-contrast', action='store_true')
    parser.add_argument('--accent', help='blue, teal, green, yellow, orange, red, pink, purple, slate')
    parser.add_argument('--animations', action='store_true')
    parser.add_argument('--renderer', default='cairo', help='GSK_RENDERER')
    parser.add_argument('--home', help='keep the program\'s files in this folder')
    parser.add_argument('--env', action='append', default=[], metavar='K=V')
    parser.add_argument('--timeout', type=float, default=15, help='seconds to wait for each thing')
    parser.add_argument('--patience', type=float, default=3,
                        help='seconds to let the program close its windows (20 for sanitizers)')
    parser.add_argument('--total', type=int, default=240, help='seconds for the whole')
    parser.add_argument('--step', '-s', action='append', default=[], help='a step (may be repeated)')
    parser.add_argument('--steps', '-f', help='a file with one step per line')
    parser.add_argument('-v', '--verbose', action='store_true')
    parser.add_argument('--log', action='store_true', help='print what the program wrote')
    parser.add_argument('command', nargs='+', help='the program and its arguments, after --')


def run(args, finish, outdir='.'):
    """Start, take the steps, then finish(session). Exit status 0 or 1."""
    def late(*_):
        raise Failure(f'not done in {args.total} s')
    signal.signal(signal.SIGALRM, late)
    signal.alarm(args.total)
    ses = Session(args.command, args.size, args.dark, args.lang, args.scale, args.high_contrast, args.accent,
                  not args.free, args.animations, args.env, args.home, args.timeout, args.renderer,
                  verbose=args.verbose, patience=args.patience)
    lines = (open(args.steps).read().splitlines() if args.steps else []) + args.step
    status, line = 0, 'start'
    try:
        with ses as s:
            try:
                s.settle()
                for line in lines:
                    t0 = time.time()
                    s.step(line, outdir)
                    if args.verbose and time.time() - t0 > 0.5:
                        print(f'      {time.time() - t0:.1f} s', file=sys.stderr)
                line = 'finish'
                status = finish(s) or 0
            except Failure as e:
                print(f'FAILED at: {line}\n  {e}', file=sys.stderr)
                try:
                    s.shot(os.path.join(outdir, 'failure.png'))
                    print(f'  the screen: {os.path.join(outdir, "failure.png")}', file=sys.stderr)
                except Exception:
                    pass
                status = 1
            code = s.stop_app()
            if code not in (0, -signal.SIGTERM):
                print(f'the program ended with {code}', file=sys.stderr)
                status = 1
    except Failure as e:
        print(f'FAILED: {e}', file=sys.stderr)
        status = 1
    signal.alarm(0)
    out = getattr(ses, 'output', '')
    marks = ('-CRITICAL', '-WARNING', 'ERROR:', 'runtime error', 'SUMMARY:')
    trouble = [l for l in out.splitlines() if any(m in l for m in marks) and 'dbind' not in l]
    if args.log or (status and out):
        sys.stderr.write(out)
    elif trouble:
        print('\n'.join(trouble), file=sys.stderr)
    return status
