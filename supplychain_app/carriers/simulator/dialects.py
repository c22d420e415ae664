"""Which dialect a simulated carrier speaks, what credentials it wants, and how it refuses."""

from collections.abc import Callable

from supplychain_app.carriers.simulator import aggregators, dcsa, dhl, extras, parcels, posts
from supplychain_app.carriers.simulator.view import Answer, Request, View

Dialect = Callable[[Request, View], Answer]

DIALECTS: dict[str, Dialect] = {
    "dhl": dhl.answer,
    "ups": parcels.ups,
    "fedex": parcels.fedex,
    "usps": parcels.usps,
    "17track": aggregators.seventeentrack,
    "aftership": aggregators.aftership,
    "easypost": aggregators.easypost,
    "shipengine": aggregators.shipengine,
    "karrio": aggregators.karrio,
    "dhl_express": extras.dhl_express,
    "gls": extras.gls,
    "la_poste": extras.la_poste,
    "australia_post": posts.australia_post,
    "royal_mail": posts.royal_mail,
    "canada_post": posts.canada_post,
}
"""Every carrier that is not listed speaks DCSA: ocean lines do, each under its own key."""

TOKEN_PATHS = ("/security/v1/oauth/token", "/oauth/token", "/oauth2/", "/as/token")

_CREDENTIALS = (
    "authorization",
    "dhl-api-key",
    "17token",
    "as-api-key",
    "api-key",
    "consumer-key",
    "x-ibm-client-id",
    "keyid",
    "x-gateway-apikey",
    "x-okapi-key",
)


def dialect_of(carrier: str) -> Dialect:
    return DIALECTS.get(carrier, dcsa.answer)


def has_credentials(request: Request) -> bool:
    """Any key will do but none, and "wrong"."""
    if any(request.path.startswith(path) for path in TOKEN_PATHS):
        return b"wrong" not in request.body
    found = [request.headers[name] for name in _CREDENTIALS if name in request.headers]
    return bool(found) and not any("wrong" in value for value in found)


def refusal(request: Request, status: int) -> Answer:
    """A refusal in the carrier's own words."""
    title = {401: "Unauthorized", 403: "Forbidden", 404: "No result found", 429: "Too many requests"}[status]
    if request.carrier == "dhl":
        return dhl.problem(status, title)
    return dcsa.problem(request, status, title)
