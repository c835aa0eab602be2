//! Whole journeys through the door of the product.
