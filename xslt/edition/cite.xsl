<?xml version="1.0" encoding="UTF-8"?>
<!-- Every passage of the edition as it is cited: what the command “memcon cite” gives, at the address that the passage has in the other views. -->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="https://memcon.example/ns/functions" xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:include href="../lib/document.xsl"/>

  <!-- An array of passages as JSON: id, kind, label, words, permalink, and a text for each format. -->
  <xsl:param name="citations" as="xs:string" select="'[]'"/>
  <xsl:variable name="passages" as="map(*)*" select="parse-json($citations)?*"/>
  <xsl:variable name="register" as="xs:string" select="$reading-href"/>

  <xsl:template match="/" as="element()">
    <xsl:call-template name="frame">
      <xsl:with-param name="lang" select="$language"/>
      <xsl:with-param name="title" select="f:view-title('cite')"/>
      <xsl:with-param name="description" select="f:say('about-view-cite') || ' ' || $description"/>
      <xsl:with-param name="kind" select="'citing'"/>
      <xsl:with-param name="metadata" as="element()*">
        <xsl:call-template name="metadata"/>
        <link rel="stylesheet" href="{$assets}/citing.css"/>
      </xsl:with-param>
      <xsl:with-param name="views" as="element()*">
        <xsl:call-template name="views"><xsl:with-param name="current" select="'cite'"/></xsl:call-template>
      </xsl:with-param>
      <xsl:with-param name="content" as="node()*">
        <article>
          <header class="head">
            <p class="when"><xsl:if test="$created-day"><time datetime="{$created-day}">{f:day($created-day)}</time></xsl:if></p>
            <xsl:call-template name="title"/>
            <p class="sub">
              <xsl:variable name="command" as="element()"><code>memcon verify</code></xsl:variable>
              <xsl:sequence select="f:tell('sub-cite', map { 'command': $command })"/>
            </p>
          </header>
          <xsl:for-each select="$passages"><xsl:sequence select="f:passage(.)"/></xsl:for-each>
        </article>
      </xsl:with-param>
      <xsl:with-param name="colophon" as="node()*"><xsl:call-template name="colophon"/></xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:function name="f:passage" as="element()">
    <xsl:param name="passage" as="map(*)"/>
    <section class="passage" id="{$passage?id}" aria-labelledby="of.{$passage?id}">
      <!-- Citations are made in English. -->
      <xsl:sequence select="f:in-language('en')"/>
      <h2 id="of.{$passage?id}"><a href="{$passage?href}">{$passage?label}</a></h2>
      <xsl:if test="$passage?words ne ''"><p class="cited-words"><xsl:sequence select="f:in-language($lang)"/>{$passage?words}</p></xsl:if>
      <dl class="formats">
        <dt><xsl:sequence select="f:in-interface-among('en')"/>{f:say('chicago-note')}</dt>
        <dd>{$passage?chicago}</dd>
        <dt>MLA</dt>
        <dd>{$passage?mla} <span class="in-text"><xsl:sequence select="f:in-interface-among('en')"/>{f:say('in-the-text', map { 'citation': $passage?mlaInText })}</span></dd>
      </dl>
      <details>
        <summary>BibTeX, RIS, CSL-JSON<span class="vh"><xsl:sequence select="f:in-interface-among('en')"/> {f:say('formats-of', map { 'passage': $passage?label })}</span></summary>
        <xsl:for-each select="'bibtex', 'ris', 'csl'">
          <pre tabindex="0"><code>{replace($passage(.), '\r', '')}</code></pre>
        </xsl:for-each>
      </details>
    </section>
  </xsl:function>
</xsl:stylesheet>
