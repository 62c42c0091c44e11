"""Every error as a page: one sentence that says what is wrong and what to do.

Browsers get HTML (``error.html``), programs that ask for JSON get
``{"error": {"status": 404, "message": "..."}}``. The errors of
``webapp/errors.py`` speak for themselves; their status is in :data:`STATUS`.
"""

from __future__ import annotations

from http import HTTPStatus

from flask import Flask, Response, current_app, jsonify, make_response, render_template, request
from werkzeug.exceptions import HTTPException, RequestEntityTooLarge

from webapp import errors
from webapp.web.parts import parts

# Looked up along the class tree, so that a new error has its parent's status.
STATUS: dict[type[BaseException], HTTPStatus] = {
    errors.ArticleNotFoundError: HTTPStatus.NOT_FOUND,
    errors.ArticleChangedError: HTTPStatus.CONFLICT,
    errors.ArticleError: HTTPStatus.UNPROCESSABLE_ENTITY,
    errors.CorrectionNotFoundError: HTTPStatus.NOT_FOUND,
    errors.CorrectionOutdatedError: HTTPStatus.CONFLICT,
    errors.CorrectionError: HTTPStatus.UNPROCESSABLE_ENTITY,
    errors.SourceTooLargeError: HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
    errors.SourceError: HTTPStatus.UNPROCESSABLE_ENTITY,
    errors.DataFolderError: HTTPStatus.INSUFFICIENT_STORAGE,
    errors.ShowingError: HTTPStatus.BAD_REQUEST,
    errors.StoreError: HTTPStatus.INSUFFICIENT_STORAGE,
    errors.PinduError: HTTPStatus.INTERNAL_SERVER_ERROR,
}

SENTENCES = {
    400: "This request could not be understood. Go back and try again.",
    404: "There is no such page. Look for the text in your library.",
    405: "This address does not take that kind of request.",
    500: "Something went wrong inside pindu; nothing you wrote is lost. The terminal where it runs says more.",
}


def status_of(error: errors.PinduError) -> HTTPStatus:
    """Return the HTTP status of one of our own errors."""
    return next(STATUS[kind] for kind in type(error).__mro__ if kind in STATUS)


def describe(app: Flask) -> None:
    """Let ``app`` answer every error with a page or JSON of ours."""
    app.register_error_handler(errors.PinduError, _own_error)
    app.register_error_handler(HTTPException, _http_error)


def _own_error(error: errors.PinduError) -> Response:
    status = status_of(error)
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        current_app.logger.error("%s %s: %s", request.method, request.path, error, exc_info=error)
    return _answer(status, str(error))


def _http_error(error: HTTPException) -> Response:
    status = HTTPStatus(error.code or 500)
    if isinstance(error, RequestEntityTooLarge):
        message = too_large(parts().settings.max_text_bytes)
    elif error.description and error.description != type(error).description:
        message = error.description  # written by us, at the place that raised it
    else:
        message = SENTENCES.get(status, f"{status.phrase}.")
    response = _answer(status, message)
    if "Allow" in (headers := error.get_response(request.environ).headers):  # a 405 must name what it takes
        response.headers["Allow"] = headers["Allow"]
    return response


def too_large(limit_bytes: int) -> str:
    """Return the sentence for a text above the limit."""
    return (
        f"This is more than the {limit_bytes / 1_000_000:g} MB that pindu takes at once."
        " Split it, or raise PINDU_MAX_TEXT_MB and start pindu again."
    )


def _answer(status: HTTPStatus, message: str) -> Response:
    if wants_json():
        response = jsonify(error={"status": status.value, "message": message})
    else:
        response = make_response(
            render_template("error.html", status=status.value, phrase=status.phrase, message=message)
        )
    response.status_code = status
    response.headers["Cache-Control"] = "no-store"
    return response


def wants_json() -> bool:
    """Tell whether the client asks for JSON rather than for a page."""
    accepted = request.accept_mimetypes
    return accepted.quality("application/json") > accepted.quality("text/html")
