"""Drops files on a window as a file manager does: the source's side of the X drag-and-drop protocol, version 5
(freedesktop.org/wiki/Specifications/XDND), through libX11."""
import ctypes
import ctypes.util
import pathlib
import sys
import time

LONG, ULONG = ctypes.c_long, ctypes.c_ulong
CLIENT_MESSAGE, SELECTION_REQUEST, SELECTION_NOTIFY = 33, 30, 31


class ClientMessage(ctypes.Structure):
    _fields_ = [("type", ctypes.c_int), ("serial", ULONG), ("send_event", ctypes.c_int), ("display", ctypes.c_void_p),
                ("window", ULONG), ("message_type", ULONG), ("format", ctypes.c_int), ("data", LONG * 5)]


class SelectionRequest(ctypes.Structure):
    _fields_ = [("type", ctypes.c_int), ("serial", ULONG), ("send_event", ctypes.c_int), ("display", ctypes.c_void_p),
                ("owner", ULONG), ("requestor", ULONG), ("selection", ULONG), ("target", ULONG), ("property", ULONG),
                ("time", ULONG)]


class SelectionNotify(ctypes.Structure):
    _fields_ = [("type", ctypes.c_int), ("serial", ULONG), ("send_event", ctypes.c_int), ("display", ctypes.c_void_p),
                ("requestor", ULONG), ("selection", ULONG), ("target", ULONG), ("property", ULONG), ("time", ULONG)]


class Event(ctypes.Union):
    _fields_ = [("type", ctypes.c_int), ("client", ClientMessage), ("request", SelectionRequest), ("notify", SelectionNotify),
                ("room", LONG * 24)]


def library():
    x11 = ctypes.CDLL(ctypes.util.find_library("X11") or "libX11.so.6")
    x11.XOpenDisplay.restype = ctypes.c_void_p
    x11.XInternAtom.restype = ULONG
    x11.XDefaultRootWindow.restype = ULONG
    x11.XCreateSimpleWindow.restype = ULONG
    return x11


def address_of(path):
    """Of a file; what is an address already stays as it is."""
    return path if "://" in str(path) else pathlib.Path(path).absolute().as_uri()


def drop(window, paths, x, y, patience=10.0):
    """Drops the files at a place of the screen on the window with this id. True when the window has taken them."""
    x11 = library()
    display = ctypes.c_void_p(x11.XOpenDisplay(None))
    if not display:
        raise RuntimeError("no display")
    atom = lambda name: x11.XInternAtom(display, name.encode(), 0)
    root = ULONG(x11.XDefaultRootWindow(display))
    source = x11.XCreateSimpleWindow(display, root, 0, 0, 1, 1, 0, ULONG(0), ULONG(0))
    x11.XSetSelectionOwner(display, ULONG(atom("XdndSelection")), ULONG(source), ULONG(0))
    data = "".join(address_of(path) + "\r\n" for path in paths).encode()

    def send(kind, *values):
        event = Event()
        event.client.type, event.client.window, event.client.format = CLIENT_MESSAGE, window, 32
        event.client.message_type = atom(kind)
        for i, value in enumerate((source, *values)):
            event.client.data[i] = value
        x11.XSendEvent(display, ULONG(window), 0, LONG(0), ctypes.byref(event))
        x11.XFlush(display)

    def answer(request):
        x11.XChangeProperty(display, ULONG(request.requestor), ULONG(request.property), ULONG(request.target), 8, 0, data,
                            len(data))
        event = Event()
        event.notify.type, event.notify.requestor = SELECTION_NOTIFY, request.requestor
        event.notify.selection, event.notify.target = request.selection, request.target
        event.notify.property, event.notify.time = request.property, request.time
        x11.XSendEvent(display, ULONG(request.requestor), 0, LONG(0), ctypes.byref(event))
        x11.XFlush(display)

    send("XdndEnter", 5 << 24, atom("text/uri-list"), 0, 0)
    send("XdndPosition", 0, (int(x) << 16) | int(y), 0, atom("XdndActionCopy"))
    finished, dropped, end = False, False, time.monotonic() + patience
    while not finished and time.monotonic() < end:
        if not x11.XPending(display):
            time.sleep(0.01)
            continue
        event = Event()
        x11.XNextEvent(display, ctypes.byref(event))
        if event.type == SELECTION_REQUEST:
            answer(event.request)
        elif event.type == CLIENT_MESSAGE and event.client.message_type == atom("XdndStatus") and not dropped:
            send("XdndDrop", 0, 0, 0, 0)
            dropped = True
        elif event.type == CLIENT_MESSAGE and event.client.message_type == atom("XdndFinished"):
            finished = True
    x11.XCloseDisplay(display)
    return finished


if __name__ == "__main__":
    sys.exit(0 if drop(int(sys.argv[1], 0), sys.argv[4:], sys.argv[2], sys.argv[3]) else 1)
