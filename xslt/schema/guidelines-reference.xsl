<?xml version="1.0" encoding="UTF-8"?>
<!-- The reference of the guidelines: rules, elements, classes and datatypes. -->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:odd="https://memcon.example/ns/odd" xmlns:eg="http://www.tei-c.org/ns/Examples" xmlns="http://www.w3.org/1999/xhtml"
  xmlns:sch="http://purl.oclc.org/dsdl/schematron" xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:mode name="reference" on-no-match="fail"/>
  <xsl:mode name="model" on-no-match="fail"/>

  <xsl:template name="rules" as="element()">
    <section id="rules">
      <h2>Rules beyond the grammar</h2>
      <p>What no grammar can tell, since it holds between elements, is checked by these rules, in <code>memcon check</code> and in the Schematron alike.</p>
      <dl class="rules">
        <xsl:for-each select="$odd:constraints">
          <xsl:sort select="@ident" lang="en"/>
          <dt id="rule.{@ident}"><code>{@ident}</code></dt>
          <dd>{odd:words(desc)}</dd>
        </xsl:for-each>
      </dl>
    </section>
  </xsl:template>

  <xsl:template name="elements" as="element()">
    <section id="elements">
      <h2>The elements, from A to Z</h2>
      <xsl:for-each select="$odd:elements">
        <xsl:sort select="@ident" lang="en"/>
        <xsl:apply-templates select="." mode="reference"/>
      </xsl:for-each>
    </section>
  </xsl:template>

  <xsl:template match="elementSpec" mode="reference" as="element()">
    <xsl:variable name="ident" as="xs:string" select="string(@ident)"/>
    <xsl:variable name="parents" as="xs:string*" select="map:keys($odd:children)[$odd:children(.) = $ident]" xmlns:map="http://www.w3.org/2005/xpath-functions/map"/>
    <article class="element" id="element.{$ident}">
      <h3><code>&lt;{$ident}&gt;</code></h3>
      <p class="desc">{odd:words(desc)}</p>
      <xsl:apply-templates select="exemplum/eg:egXML" mode="prose"/>
      <xsl:apply-templates select="remarks/*" mode="prose"/>
      <xsl:if test="attList | classes/memberOf[odd:named(@key)/@type = 'atts']">
        <h4>Attributes</h4>
        <dl class="attributes">
          <xsl:apply-templates select="attList/attDef" mode="reference"/>
        </dl>
        <xsl:where-populated>
          <p class="inherited">
            <xsl:for-each select="odd:inherited(.)">
              <xsl:if test="position() = 1">Also: </xsl:if>
              <a href="#class.{ancestor::classSpec/@ident}"><code>@{@ident}</code></a>
              <xsl:text>{if (position() = last()) then '.' else ', '}</xsl:text>
            </xsl:for-each>
          </p>
        </xsl:where-populated>
      </xsl:if>
      <xsl:for-each select="constraintSpec[constraint/sch:rule]">
        <p class="rule"><a href="#rule.{@ident}"><code>{@ident}</code></a>{' '}{odd:words(desc)}</p>
      </xsl:for-each>
      <details>
        <summary>Where <code>&lt;{$ident}&gt;</code> may stand, and what in it</summary>
        <p>Stands in: <xsl:sequence select="odd:links(sort($parents))"/></p>
        <p>
          <xsl:text>Holds: </xsl:text>
          <xsl:if test="odd:holds-text(content)">text{if (exists($odd:children($ident))) then ', ' else '.'}</xsl:if>
          <xsl:if test="exists($odd:children($ident)) or not(odd:holds-text(content))">
            <xsl:sequence select="odd:links($odd:children($ident))"/>
          </xsl:if>
        </p>
        <pre tabindex="0"><code><xsl:value-of><xsl:apply-templates select="content/*" mode="model"/></xsl:value-of></code></pre>
      </details>
    </article>
  </xsl:template>

  <xsl:function name="odd:links" as="node()+">
    <xsl:param name="names" as="xs:string*"/>
    <xsl:for-each select="$names">
      <a href="#element.{.}">{.}</a>
      <xsl:text>{if (position() = last()) then '.' else ', '}</xsl:text>
    </xsl:for-each>
    <xsl:if test="empty($names)"><xsl:text>nothing.</xsl:text></xsl:if>
  </xsl:function>

  <xsl:template match="classSpec" mode="reference" as="element()">
    <article class="class" id="class.{@ident}">
      <h3><code>{@ident}</code></h3>
      <p class="desc">{odd:words(desc)}</p>
      <xsl:if test="attList"><dl class="attributes"><xsl:apply-templates select="attList/attDef" mode="reference"/></dl></xsl:if>
      <p class="members">
        <xsl:text>Members: </xsl:text>
        <xsl:for-each select="odd:members(.)">
          <a href="#{if (self::elementSpec) then 'element' else 'class'}.{@ident}">{@ident}</a>
          <xsl:text>{if (position() = last()) then '.' else ', '}</xsl:text>
        </xsl:for-each>
      </p>
    </article>
  </xsl:template>

  <xsl:template match="macroSpec | dataSpec" mode="reference" as="element()">
    <article class="class" id="class.{@ident}">
      <h3><code>{@ident}</code></h3>
      <p class="desc">{odd:words(desc)}</p>
      <pre tabindex="0"><code><xsl:value-of><xsl:apply-templates select="content/*" mode="model"/></xsl:value-of></code></pre>
    </article>
  </xsl:template>

  <xsl:template match="attDef" mode="reference" as="element()+">
    <dt><code>@{@ident}</code>{if (@usage = 'req') then ' (required)' else ''}</dt>
    <dd>
      <p>{odd:words(desc)}</p>
      <xsl:if test="valList">
        <dl class="values">
          <xsl:for-each select="valList/valItem"><dt><code>{@ident}</code></dt><dd>{odd:words(desc)}</dd></xsl:for-each>
        </dl>
      </xsl:if>
      <xsl:if test="not(valList)">
        <p class="type">
          <xsl:for-each select="datatype/dataRef">
            <xsl:choose>
              <xsl:when test="@key"><a href="#class.{@key}"><code>{@key}</code></a></xsl:when>
              <xsl:otherwise><code>{@name}</code></xsl:otherwise>
            </xsl:choose>
          </xsl:for-each>
          <xsl:text>{if (datatype/@maxOccurs = 'unbounded') then ', one or more, parted by spaces' else ''}</xsl:text>
        </p>
      </xsl:if>
    </dd>
  </xsl:template>

  <!-- A content model in the compact manner of a grammar. -->
  <xsl:template match="textNode" mode="model" as="xs:string">text</xsl:template>
  <xsl:template match="empty" mode="model" as="xs:string">empty</xsl:template>
  <xsl:template match="elementRef | classRef | macroRef" mode="model" as="xs:string">{@key}{odd:often(.)}</xsl:template>
  <xsl:template match="dataRef" mode="model" as="xs:string">{(@key, @name)[1]}{@restriction ! (' of the form ' || .)}{dataFacet ! (' (' || @name || ' ' || @value || ')')}</xsl:template>
  <xsl:template match="valList" mode="model" as="xs:string">{string-join(valItem ! ('"' || @ident || '"'), ' | ')}</xsl:template>
  <xsl:template match="sequence | alternate" mode="model" as="xs:string">
    <xsl:variable name="parts" as="xs:string*"><xsl:apply-templates select="*" mode="model"/></xsl:variable>
    <xsl:variable name="joined" as="xs:string" select="string-join($parts, if (self::sequence) then ', ' else ' | ')"/>
    <xsl:sequence select="if (parent::content and odd:often(.) = '') then $joined else '(' || $joined || ')' || odd:often(.)"/>
  </xsl:template>

  <xsl:function name="odd:often" as="xs:string">
    <xsl:param name="model" as="element()"/>
    <xsl:sequence select="
      if ($model/@maxOccurs = 'unbounded') then (if ($model/@minOccurs = '0') then '*' else '+')
      else if ($model/@minOccurs = '0') then '?' else ''"/>
  </xsl:function>
</xsl:stylesheet>
