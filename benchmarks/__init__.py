"""Speeds, printed beside a baseline of the same run: python -m benchmarks"""
